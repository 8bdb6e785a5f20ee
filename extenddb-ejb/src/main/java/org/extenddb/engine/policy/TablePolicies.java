package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import java.util.function.UnaryOperator;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.validation.TableNames;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** The policies of tables, which are kept with their definitions and go with them. */
@SingleInstance
public final class TablePolicies {
    /** What ExpectedRevisionId says when there is to be none. */
    private static final String NO_POLICY = "NO_POLICY";

    private final TableCatalog catalog;
    private final TableLifecycle lifecycle;

    @Inject
    public TablePolicies(TableCatalog catalog, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.lifecycle = lifecycle;
    }

    @Nullable
    ResourcePolicy find(ResourcePolicyRequest request, RequestContext context) {
        return usable(catalog.find(ResourcePolicyOperation.table(request, context)), request)
                .resourcePolicy();
    }

    /**
     * Changes a table's policy if it is the expected one.
     *
     * @param change of the policy, null standing for none; the same again changes nothing
     * @return the policy before and after
     */
    Change change(
            ResourcePolicyRequest request, RequestContext context, UnaryOperator<@Nullable ResourcePolicy> change) {
        ResourcePolicy present = find(request, context);
        requireExpected(request, present);
        if (present == change.apply(present)) {
            return new Change(present, present);
        }
        TableAddress address = ResourcePolicyOperation.table(request, context);
        @Nullable ResourcePolicy[] before = new @Nullable ResourcePolicy[1];
        TableDefinition changed = catalog.update(address, table -> {
            before[0] = usable(table, request).resourcePolicy();
            requireExpected(request, before[0]);
            return table.withResourcePolicy(change.apply(before[0]));
        });
        return new Change(before[0], usable(changed, request).resourcePolicy());
    }

    /** What a policy was, and is. */
    record Change(@Nullable ResourcePolicy before, @Nullable ResourcePolicy after) {}

    private TableDefinition usable(@Nullable TableDefinition table, ResourcePolicyRequest request) {
        if (table == null || !lifecycle.isUsable(table)) {
            throw DynamoDbException.of(
                    ErrorCode.RESOURCE_NOT_FOUND,
                    MessagesTable.notFound(TableNames.nameOf(ResourcePolicyOperation.arn(request))));
        }
        return table;
    }

    private static void requireExpected(ResourcePolicyRequest request, @Nullable ResourcePolicy present) {
        String expected = request.expectedRevisionId();
        if (expected != null && !expected.equals(present == null ? NO_POLICY : present.revisionId())) {
            throw notFound(request);
        }
    }

    static DynamoDbException notFound(ResourcePolicyRequest request) {
        return DynamoDbException.of(
                ErrorCode.POLICY_NOT_FOUND, MessagesResourcePolicy.notFound(ResourcePolicyOperation.arn(request)));
    }
}
