package org.extenddb.iam;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.ServiceAuthenticator;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.XmlOutput;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;

/** The way of every call of IAM and STS: the first step that finds fault decides the answer. */
@SingleInstance
public final class QueryPipeline {
    private static final Logger LOG = Logger.getLogger("org.extenddb.request");
    private static final String XML = "text/xml";

    private final ActionRegistry registry;
    private final ServiceAuthenticator authenticator;
    private final ActionCalls calls;

    @Inject
    public QueryPipeline(ActionRegistry registry, ServiceAuthenticator authenticator, ActionCalls calls) {
        this.registry = registry;
        this.authenticator = authenticator;
        this.calls = calls;
    }

    /** Answers a call; every fault becomes an answer too, so nothing is thrown. */
    @SuppressWarnings("IllegalCatch")
    public WireResponse handle(WireRequest request) {
        ActionExchange exchange = new ActionExchange(request.remoteAddress());
        QueryService service = QueryService.IAM;
        QueryException error = null;
        int status = 200;
        byte[] answer;
        try {
            FormParameters in = QueryErrors.form(request);
            service = QueryService.STS.version().equals(in.find("Version")) ? QueryService.STS : QueryService.IAM;
            exchange.asksFor(registry.find(in), in);
            answer = answer(exchange, in, request);
        } catch (Exception e) {
            error = QueryErrors.of(e);
            status = error.error().httpStatus();
            if (status >= 500) {
                LOG.log(Level.SEVERE, e, () -> "EXDB0206E: request " + exchange.requestId() + " failed");
            }
            answer = QueryErrors.encode(error, service, exchange.requestId());
        }
        calls.observe(exchange.answered(error, request.body().length, answer.length));
        return new WireResponse(status, exchange.requestId(), XML, answer);
    }

    private byte[] answer(ActionExchange exchange, FormParameters in, WireRequest request) {
        QueryService service = exchange.registered().service();
        QueryAction action = exchange.registered().action();
        Authenticated sender = authenticator.authenticate(request, service.signingName());
        exchange.sentBy(sender);
        XmlOutput out = new XmlOutput();
        out.begin(action.name() + "Response", service.namespace());
        if (action.hasResult()) {
            out.begin(action.name() + "Result");
        }
        RequestContext context = RequestContext.of(request, sender.region(), Instant.now());
        calls.answer(exchange, new ActionCalls.Sent(sender, context, in), out);
        if (action.hasResult()) {
            out.end();
        }
        out.begin("ResponseMetadata").text("RequestId", exchange.requestId()).end();
        return out.end().toByteArray();
    }
}
