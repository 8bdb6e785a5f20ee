package org.extenddb.iam;

import jakarta.inject.Inject;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.Authorizer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.queryprotocol.ResultTree;

/**
 * Has actions answer: those that came over the wire, and those that the administration calls in this process. Both are authorized
 * and refused alike.
 */
@SingleInstance
public final class ActionCalls {
    private final ActionRegistry registry;
    private final Authorizer authorizer;

    @Inject
    public ActionCalls(ActionRegistry registry, Authorizer authorizer) {
        this.registry = registry;
        this.authorizer = authorizer;
    }

    /** A call whose sender is known. */
    record Sent(Authenticated sender, RequestContext request, FormParameters in) {}

    /**
     * Calls an action of IAM under somebody who has signed in.
     *
     * @param action such as {@code CreateUser}
     * @param parameters as in a form, see {@link ActionParameters}
     * @return the members of the result, as {@link ResultTree} keeps them; empty for actions without a result
     * @throws QueryException what the action answers over the wire too: AccessDenied, NoSuchEntity, ValidationError ...
     * @throws org.extenddb.core.storage.StorageUnavailableException when the database cannot be asked
     */
    public Map<String, Object> call(
            Authenticated sender, RequestContext request, String action, Map<String, String> parameters) {
        return call(sender, request, registry.find(QueryService.IAM, action).action(), parameters);
    }

    /**
     * The same for an action that is not there for clients of AWS.
     *
     * @param action named as the one of IAM that the caller has to be allowed
     */
    public Map<String, Object> call(
            Authenticated sender, RequestContext request, QueryAction action, Map<String, String> parameters) {
        ResultTree out = new ResultTree();
        try {
            answer(
                    new ActionRegistry.Registered(QueryService.IAM, action),
                    new Sent(sender, request, FormParameters.of(parameters)),
                    out);
            return out.members();
        } catch (RuntimeException e) {
            QueryException error = QueryErrors.of(e);
            throw error.error().httpStatus() < 500 ? error : e;
        }
    }

    void answer(ActionRegistry.Registered registered, Sent sent, ResultOutput out) {
        QueryService service = registered.service();
        QueryAction action = registered.action();
        TemporaryCredentials.check(service, action, sent.sender());
        ActionCall call = new ActionCall(
                service.signingName() + ":" + action.name(), sent.in(), sent.sender(), sent.request(), authorizer, out);
        action.answer(call);
        if (!call.isAuthorized()) {
            throw new IllegalStateException(action.name() + " asked for no permission");
        }
    }
}
