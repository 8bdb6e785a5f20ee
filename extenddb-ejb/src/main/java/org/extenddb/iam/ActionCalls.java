package org.extenddb.iam;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.extenddb.audit.AuditedActions;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.Authorizer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.queryprotocol.ResultTree;
import org.extenddb.core.storage.UnitOfWork;
import org.extenddb.telemetry.AnsweredRequest;
import org.extenddb.telemetry.RequestObserver;
import org.jspecify.annotations.Nullable;

/**
 * Has actions answer: those that came over the wire, and those that the administration calls in this process. Both are authorized
 * and refused alike.
 */
@SingleInstance
public final class ActionCalls {
    private final ActionRegistry registry;
    private final Authorizer authorizer;
    private final UnitOfWork unit;
    private final List<RequestObserver> observers;

    @Inject
    public ActionCalls(
            ActionRegistry registry, Authorizer authorizer, UnitOfWork unit, @Any Instance<RequestObserver> observers) {
        this(registry, authorizer, unit, observers.stream().toList());
    }

    ActionCalls(ActionRegistry registry, Authorizer authorizer, UnitOfWork unit, List<RequestObserver> observers) {
        this.registry = registry;
        this.authorizer = authorizer;
        this.unit = unit;
        this.observers = List.copyOf(observers);
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
        ActionExchange exchange = new ActionExchange(request.sourceIp());
        try {
            FormParameters in = FormParameters.of(parameters);
            exchange.asksFor(new ActionRegistry.Registered(QueryService.IAM, action), in);
            exchange.sentBy(sender);
            answer(exchange, new Sent(sender, request, in), out);
        } catch (RuntimeException e) {
            QueryException error = QueryErrors.of(e);
            observe(exchange.answered(error, 0, 0));
            throw error.error().httpStatus() < 500 ? error : e;
        }
        observe(exchange.answered(null, 0, 0));
        return out.members();
    }

    void observe(AnsweredRequest request) {
        for (RequestObserver observer : observers) {
            observer.answered(request);
        }
    }

    /** Has the action answer that the exchange asks for. A change takes effect together with what observers write down of it. */
    void answer(ActionExchange exchange, Sent sent, ResultOutput out) {
        QueryAction action = exchange.registered().action();
        if (!AuditedActions.isChange(action.name()) || !action.isAtomic()) {
            perform(exchange, sent, out);
            return;
        }
        unit.<@Nullable Object>together(() -> {
            perform(exchange, sent, out);
            AnsweredRequest done = exchange.answered(null, 0, 0);
            observers.forEach(observer -> observer.changing(done));
            return null;
        });
        exchange.isRecorded();
    }

    private void perform(ActionExchange exchange, Sent sent, ResultOutput out) {
        ActionRegistry.Registered registered = exchange.registered();
        QueryService service = registered.service();
        QueryAction action = registered.action();
        TemporaryCredentials.check(service, action, sent.sender());
        ActionCall call = new ActionCall(
                service.signingName() + ":" + action.name(), sent.in(), sent.sender(), sent.request(), authorizer, out);
        exchange.calls(call);
        action.answer(call);
        if (!call.isAuthorized()) {
            throw new IllegalStateException(action.name() + " asked for no permission");
        }
    }
}
