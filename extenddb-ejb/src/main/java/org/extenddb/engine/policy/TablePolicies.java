package org.extenddb.engine.policy;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.function.UnaryOperator;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.policy.ResourcePolicyRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.AttachedPolicies;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.TableLifecycle;
import org.jspecify.annotations.Nullable;

/** The policies of tables and their streams, which are kept with the tables' definitions and go with them. */
@SingleInstance
public final class TablePolicies {
    /** What ExpectedRevisionId says when there is to be none. */
    private static final String NO_POLICY = "NO_POLICY";

    private final TableCatalog catalog;
    private final StreamStore streams;
    private final TableLifecycle lifecycle;

    @Inject
    public TablePolicies(TableCatalog catalog, StreamStore streams, TableLifecycle lifecycle) {
        this.catalog = catalog;
        this.streams = streams;
        this.lifecycle = lifecycle;
    }

    @Nullable
    ResourcePolicy find(ResourcePolicyRequest request, RequestContext context) {
        PolicyTarget target = ResourcePolicyOperation.target(request, context);
        if (target.stream() != null) {
            target.stream().find(streams, context);
        }
        return usable(catalog.find(target.table()), target).policies().find(target.label());
    }

    /**
     * Changes a policy if it is the expected one.
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
        PolicyTarget target = ResourcePolicyOperation.target(request, context);
        @Nullable ResourcePolicy[] before = new @Nullable ResourcePolicy[1];
        TableDefinition changed = catalog.update(target.table(), table -> {
            AttachedPolicies policies = usable(table, target).policies();
            before[0] = policies.find(target.label());
            requireExpected(request, before[0]);
            return table.withPolicies(kept(policies, target).with(target.label(), change.apply(before[0])));
        });
        return new Change(before[0], usable(changed, target).policies().find(target.label()));
    }

    /** Streams come and go while their table stays: whoever changes the policy of one takes away those of streams that are gone. */
    private AttachedPolicies kept(AttachedPolicies policies, PolicyTarget target) {
        return target.stream() == null
                ? policies
                : policies.withStreams(label -> isThere(target.table(), TableStream.createdAt(label)));
    }

    private boolean isThere(TableAddress table, @Nullable Instant createdAt) {
        return createdAt != null && streams.find(table, createdAt) != null;
    }

    /** What a policy was, and is. */
    record Change(@Nullable ResourcePolicy before, @Nullable ResourcePolicy after) {}

    private TableDefinition usable(@Nullable TableDefinition table, PolicyTarget target) {
        if (table != null && lifecycle.isUsable(table)) {
            return table;
        }
        throw DynamoDbException.of(
                ErrorCode.RESOURCE_NOT_FOUND,
                target.stream() == null
                        ? MessagesTable.notFound(target.table().tableName())
                        : MessagesStream.notFound(target.stream().arn()));
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
