package org.extenddb.engine.backup;

import java.util.List;
import org.extenddb.core.api.table.RestoreRequest.Overrides;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.TableNames;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.EveryItem;

/**
 * What IAM has to allow on the table that a restore makes.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/backuprestore_IAM.html">Using IAM with DynamoDB
 *     backup and restore</a>
 */
final class RestoreAccess {
    private static final List<String> ACTIONS = List.of(
            "dynamodb:PutItem",
            "dynamodb:UpdateItem",
            "dynamodb:DeleteItem",
            "dynamodb:GetItem",
            "dynamodb:Query",
            "dynamodb:Scan",
            "dynamodb:BatchWriteItem");

    private RestoreAccess() {}

    /** @throws DynamoDbException ValidationException for a source of another region, unless encryption is overridden */
    static void requireRegion(String source, Overrides overrides, RequestContext context) {
        String region = TableNames.regionOf(source);
        if (region != null && !region.equals(context.region().value()) && overrides.encryption() == null) {
            throw DynamoDbException.validation(MessagesBackup.OTHER_REGION);
        }
    }

    /**
     * The table that is restored, which may be another region's.
     *
     * @throws DynamoDbException ValidationException for another account's
     */
    static TableAddress source(String nameOrArn, RequestContext context) {
        String account = TableNames.accountOf(nameOrArn);
        String region = TableNames.regionOf(nameOrArn);
        if (account == null || region == null) {
            return context.table(nameOrArn);
        }
        if (!account.equals(context.caller().account().value())) {
            throw DynamoDbException.validation(MessagesBackup.OTHER_ACCOUNT);
        }
        return new TableAddress(new AccountId(account), new Region(region), TableNames.nameOf(nameOrArn));
    }

    static List<AccessRequest> onTarget(TableAddress target) {
        return ACTIONS.stream()
                .map(action -> new AccessRequest(action, target.arn(), new EveryItem()))
                .toList();
    }
}
