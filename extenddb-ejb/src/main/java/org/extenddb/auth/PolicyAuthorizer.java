package org.extenddb.auth;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Decision;
import org.extenddb.core.iam.Evaluator;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;

/** Lets callers do what policies say: their own, and those of tables and streams. */
@SingleInstance
public final class PolicyAuthorizer implements Authorizer {
    /** An account cannot lock itself out: its owner may always take a policy away. */
    private static final String ALWAYS_FOR_ROOT = "dynamodb:DeleteResourcePolicy";

    private final TableCatalog tables;
    private final ResourcePolicies policies;

    @Inject
    public PolicyAuthorizer(TableCatalog tables, ResourcePolicies policies) {
        this.tables = tables;
        this.policies = policies;
    }

    @Override
    public void authorize(Authenticated authenticated, RequestContext context, List<AccessRequest> requests) {
        for (AccessRequest request : requests) {
            boolean guarded = !request.action().equals(ALWAYS_FOR_ROOT)
                    || !(authenticated.caller().principal() instanceof Principal.Root);
            AccessRequest access = guarded ? withTable(request) : request;
            if (Evaluator.decide(authenticated.caller(), access, context) instanceof Decision.Denied denied) {
                throw request.details() instanceof ProposedPolicy
                        ? DynamoDbException.validation(MessagesResourcePolicy.SHUTS_OUT)
                        : DynamoDbException.of(ErrorCode.ACCESS_DENIED, denied.message());
            }
        }
    }

    /** Whether a caller may do something to a table whose definition is at hand, so that nobody need look for it. */
    public boolean allows(Authenticated authenticated, RequestContext context, String action, TableDefinition table) {
        AccessRequest access = new AccessRequest(
                action,
                table.address().arn(),
                new TableAccessDetails(
                        AccessDetails.NONE, new PolicyHolder(table.address(), null), () -> table, policies));
        return !(Evaluator.decide(authenticated.caller(), access, context) instanceof Decision.Denied);
    }

    /** Whatever operation asks for a table, its policy and tags count; for a stream, its policy. */
    private AccessRequest withTable(AccessRequest request) {
        PolicyHolder holder = PolicyHolder.parse(request.resource());
        return holder == null
                ? request
                : new AccessRequest(
                        request.action(),
                        request.resource(),
                        new TableAccessDetails(request.details(), holder, () -> tables.find(holder.table()), policies));
    }
}
