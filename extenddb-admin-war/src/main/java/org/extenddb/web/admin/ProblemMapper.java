package org.extenddb.web.admin;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.StorageUnavailableException;

/** Turns whatever ends a request into a problem. Clients learn nothing of this server's inside. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger("org.extenddb.admin");

    @Override
    public Response toResponse(Throwable thrown) {
        Throwable failure = refusal(thrown);
        String id = UUID.randomUUID().toString();
        Problem problem = problem(failure, id);
        if (failure instanceof AdminException refused && !refused.isWrittenDown()) {
            writeDown(refused.error());
        }
        if (problem.status() >= 500) {
            LOG.log(Level.SEVERE, failure, () -> "EXDB0207E: administration request " + id + " failed");
        }
        Response.ResponseBuilder response = Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .entity(problem.json());
        if (problem.status() == 401) {
            response.header(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"extenddb\"");
        }
        return response.build();
    }

    /**
     * Whoever reaches for another account, or for what administrators alone may do, stands in the audit log, and so does whoever comes
     * without a token that is good. The token itself does not.
     */
    private static void writeDown(AdminError error) {
        boolean entered = error == AdminError.FORBIDDEN;
        if (!entered && error != AdminError.UNAUTHENTICATED) {
            return;
        }
        CurrentCall current = CDI.current().select(CurrentCall.class).get();
        AuditedChanges audited = CDI.current().select(AuditedChanges.class).get();
        String action = "admin:" + current.method();
        if (entered) {
            audited.refused(current.get(), action, current.path(), error);
        } else {
            audited.refusedEntry(current.request(), action, current.path(), error);
        }
    }

    /** What a resource or a reader has said; JAX-RS may have wrapped it. */
    private static Throwable refusal(Throwable thrown) {
        for (Throwable failure = thrown; failure != null; failure = failure.getCause()) {
            if (failure instanceof AdminException
                    || failure instanceof QueryException
                    || failure instanceof DynamoDbException) {
                return failure;
            }
        }
        return thrown;
    }

    static Problem problem(Throwable failure, String id) {
        if (failure instanceof AdminException refused) {
            return Problem.of(word(refused.error()), status(refused.error()), refused.getMessage(), id);
        }
        if (failure instanceof QueryException refused) {
            return Problem.of(refused.error().code(), refused.error().httpStatus(), refused.getMessage(), id);
        }
        if (failure instanceof DynamoDbException refused) {
            return Problem.of(
                    refused.code().simpleName(), refused.code().httpStatus(), String.valueOf(refused.getMessage()), id);
        }
        if (failure instanceof StorageUnavailableException) {
            return Problem.of("Unavailable", 503, MessagesRest.UNAVAILABLE, id);
        }
        if (failure instanceof JsonbException) {
            return Problem.of("Invalid", 400, MessagesRest.NO_JSON, id);
        }
        if (failure instanceof WebApplicationException http) {
            Response.StatusType status = http.getResponse().getStatusInfo();
            return Problem.of(
                    status.getReasonPhrase().replace(" ", ""), status.getStatusCode(), status.getReasonPhrase(), id);
        }
        return Problem.of("InternalError", 500, MessagesRest.INTERNAL, id);
    }

    private static String word(AdminError error) {
        return switch (error) {
            case INVALID -> "Invalid";
            case UNAUTHENTICATED -> "Unauthenticated";
            case FORBIDDEN -> "Forbidden";
            case NOT_FOUND -> "NotFound";
            case CONFLICT -> "Conflict";
            case CHANGED -> "Changed";
            case STATE_NEEDED -> "IfMatchNeeded";
            case LOCKED -> "Locked";
            case PASSWORD_CHANGE_NEEDED -> "PasswordChangeNeeded";
            case BUSY -> "Busy";
        };
    }

    private static int status(AdminError error) {
        return switch (error) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN, PASSWORD_CHANGE_NEEDED -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case CHANGED -> 412;
            case STATE_NEEDED -> 428;
            case LOCKED -> 429;
            case BUSY -> 503;
        };
    }
}
