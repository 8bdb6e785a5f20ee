package org.extenddb.engine.backup;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableAddress;
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

    static List<AccessRequest> onTarget(TableAddress target) {
        return ACTIONS.stream()
                .map(action -> new AccessRequest(action, target.arn(), new EveryItem()))
                .toList();
    }
}
