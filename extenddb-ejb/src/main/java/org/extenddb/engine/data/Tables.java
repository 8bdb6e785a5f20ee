package org.extenddb.engine.data;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.engine.RequestContext;

/** Finds the table a request names, with its plan. */
@Dependent
public class Tables {
    private static final int REMEMBERED = 1_000;

    private final TableCatalog catalog;
    private final Cache<Integer, TablePlan> plans =
            Caffeine.newBuilder().maximumSize(REMEMBERED).build();

    @Inject
    public Tables(TableCatalog catalog) {
        this.catalog = catalog;
    }

    /**
     * The table as it is now.
     *
     * @param nameOrArn as sent
     * @throws DynamoDbException ResourceNotFoundException when there is none, or none yet, or it is going
     */
    public TablePlan plan(String nameOrArn, RequestContext context) {
        TableDefinition table = catalog.find(address(nameOrArn, context));
        if (table == null || table.status() == TableStatus.CREATING || table.status() == TableStatus.DELETING) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesItem.TABLE_NOT_FOUND);
        }
        TablePlan plan = plans.getIfPresent(table.storageId());
        if (plan == null || plan.definition() != table) {
            plan = TablePlan.of(table);
            plans.put(table.storageId(), plan);
        }
        return plan;
    }

    /** What a name or an ARN means for this caller. */
    public static TableAddress address(String nameOrArn, RequestContext context) {
        String account = TableNames.accountOf(nameOrArn);
        String region = TableNames.regionOf(nameOrArn);
        return account == null || region == null
                ? context.table(nameOrArn)
                : new TableAddress(new AccountId(account), new Region(region), TableNames.nameOf(nameOrArn));
    }

    /** What IAM has to allow for an action on one table. */
    public static List<AccessRequest> access(String action, String nameOrArn, RequestContext context) {
        return List.of(new AccessRequest(action, address(nameOrArn, context).arn()));
    }
}
