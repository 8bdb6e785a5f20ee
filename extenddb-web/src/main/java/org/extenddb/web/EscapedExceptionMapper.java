package org.extenddb.web;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesInternal;

/**
 * Answers what never reached the pipeline or got past it. A path or a method that is not DynamoDB's gets DynamoDB's answer to it;
 * anything unforeseen is an InternalServerError that tells the client nothing.
 */
@Provider
public final class EscapedExceptionMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger("org.extenddb.request");
    private static final byte[] INTERNAL_ERROR = ("{\"__type\":\"" + ErrorCode.INTERNAL_SERVER_ERROR.wireType()
                    + "\",\"message\":\"" + MessagesInternal.INTERNAL_SERVER_ERROR + "\"}")
            .getBytes(StandardCharsets.UTF_8);

    @Override
    public Response toResponse(Throwable failure) {
        if (failure instanceof WebApplicationException refused
                && refused.getResponse().getStatusInfo().getFamily() == Response.Status.Family.CLIENT_ERROR) {
            return WireResponses.unknown();
        }
        if (failure instanceof IOException) {
            LOG.log(Level.FINE, "A client broke off", failure);
            return WireResponses.brokenBody();
        }
        LOG.log(Level.SEVERE, "EXDB0204E: A request failed outside of the pipeline.", failure);
        return WireResponses.internalError(INTERNAL_ERROR);
    }
}
