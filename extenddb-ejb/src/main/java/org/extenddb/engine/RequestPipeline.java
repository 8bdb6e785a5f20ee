package org.extenddb.engine;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Instant;
import java.util.List;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.Authenticator;
import org.extenddb.auth.Authorizer;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.extenddb.telemetry.RequestObserver;
import org.jspecify.annotations.Nullable;

/** The way of every request, in the protocol's order: the first step that finds fault decides the answer. */
@SingleInstance
public final class RequestPipeline {
    private static final Logger LOG = System.getLogger(RequestPipeline.class.getName());

    /** Each failure but the last means that a definition was changed in between. */
    private static final int EXECUTIONS = 10;

    private final OperationRegistry registry;
    private final Authenticator authenticator;
    private final Authorizer authorizer;
    private final ErrorMapper errors;
    private final List<RequestObserver> observers;

    @Inject
    RequestPipeline(
            OperationRegistry registry,
            Authenticator authenticator,
            Authorizer authorizer,
            ErrorMapper errors,
            @Any Instance<RequestObserver> observers) {
        this(registry, authenticator, authorizer, errors, observers.stream().toList());
    }

    RequestPipeline(
            OperationRegistry registry,
            Authenticator authenticator,
            Authorizer authorizer,
            ErrorMapper errors,
            List<RequestObserver> observers) {
        this.registry = registry;
        this.authenticator = authenticator;
        this.authorizer = authorizer;
        this.errors = errors;
        this.observers = List.copyOf(observers);
    }

    /** Answers a request; every fault becomes an answer too, so nothing is thrown. */
    @SuppressWarnings("IllegalCatch")
    public WireResponse handle(WireRequest request) {
        Exchange exchange = new Exchange(request);
        if (!Protocol.isSpokenBy(request)) {
            return finish(exchange, ErrorCode.UNKNOWN_OPERATION, exchange.notTheProtocol());
        }
        try {
            return finish(exchange, null, exchange.response(200, run(find(request), request, authenticator, exchange)));
        } catch (Exception e) {
            return refuse(exchange, errors.map(e, exchange));
        }
    }

    /**
     * Answers a request that comes from inside the server and so carries no signature: every other step is the same.
     *
     * @param sender whose rights count
     * @return the response's JSON
     * @throws DynamoDbException what a client would be answered; the cause of an InternalServerError stands in the log
     */
    @SuppressWarnings("IllegalCatch")
    byte[] handle(WireRequest request, Authenticated sender) {
        Exchange exchange = new Exchange(request);
        try {
            WireResponse response = exchange.response(200, run(find(request), request, unsigned -> sender, exchange));
            return finish(exchange, null, response).body();
        } catch (Exception e) {
            DynamoDbException error = errors.map(e, exchange);
            refuse(exchange, error);
            throw error;
        }
    }

    private <I, V, O> byte[] run(
            Operation<I, V, O> operation, WireRequest request, Authenticator senders, Exchange exchange) {
        OperationSpec<I, O> spec = operation.spec();
        exchange.asksFor(spec);
        Authenticated sender = senders.authenticate(request);
        RequestContext context = exchange.sentBy(sender);
        I members = spec.decoder().decode(JsonInput.of(RequestBody.of(request)));
        V valid = operation.validate(members);
        authorizer.authorize(
                sender,
                org.extenddb.core.iam.RequestContext.of(request, sender.region(), Instant.now()),
                exchange.wants(operation.resources(valid, context)));
        O result = execute(operation, valid, context);
        JsonOutput out = new JsonOutput();
        spec.encoder().encode(result, out);
        return out.toByteArray();
    }

    /** Once more under the new definition where a table's was changed in between: the client need not know. */
    private static <I, V, O> O execute(Operation<I, V, O> operation, V valid, RequestContext context) {
        for (int attempt = 1; attempt < EXECUTIONS; attempt++) {
            try {
                return operation.execute(valid, context);
            } catch (TableChangedException e) {
                LOG.log(Level.DEBUG, "the operation begins again", e);
            }
        }
        return operation.execute(valid, context);
    }

    private Operation<?, ?, ?> find(WireRequest request) {
        String target = request.header("x-amz-target");
        Operation<?, ?, ?> operation = target == null ? null : registry.find(target);
        if (operation == null) {
            throw DynamoDbException.of(ErrorCode.UNKNOWN_OPERATION, null);
        }
        return operation;
    }

    private WireResponse refuse(Exchange exchange, DynamoDbException error) {
        return finish(exchange, error.code(), exchange.response(error.code().httpStatus(), ErrorEncoder.encode(error)));
    }

    private WireResponse finish(Exchange exchange, @Nullable ErrorCode error, WireResponse response) {
        AnsweredRequest answered = exchange.answered(error, response.body().length);
        for (RequestObserver observer : observers) {
            observer.answered(answered);
        }
        return response;
    }
}
