package org.extenddb.iam;

import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
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
        String requestId = UUID.randomUUID().toString();
        QueryService service = QueryService.IAM;
        try {
            FormParameters in = QueryErrors.form(request);
            service = QueryService.STS.version().equals(in.find("Version")) ? QueryService.STS : QueryService.IAM;
            return new WireResponse(200, requestId, XML, answer(registry.find(in), in, request, requestId));
        } catch (Exception e) {
            QueryException error = QueryErrors.of(e);
            if (error.error().httpStatus() >= 500) {
                LOG.log(Level.SEVERE, e, () -> "EXDB0206E: request " + requestId + " failed");
            }
            return new WireResponse(
                    error.error().httpStatus(), requestId, XML, QueryErrors.encode(error, service, requestId));
        }
    }

    private byte[] answer(
            ActionRegistry.Registered registered, FormParameters in, WireRequest request, String requestId) {
        QueryService service = registered.service();
        QueryAction action = registered.action();
        Authenticated sender = authenticator.authenticate(request, service.signingName());
        XmlOutput out = new XmlOutput();
        out.begin(action.name() + "Response", service.namespace());
        if (action.hasResult()) {
            out.begin(action.name() + "Result");
        }
        RequestContext context = RequestContext.of(request, sender.region(), Instant.now());
        calls.answer(registered, new ActionCalls.Sent(sender, context, in), out);
        if (action.hasResult()) {
            out.end();
        }
        out.begin("ResponseMetadata").text("RequestId", requestId).end();
        return out.end().toByteArray();
    }
}
