package org.extenddb.engine;

import jakarta.inject.Inject;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.config.RequestConfig;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesInternal;
import org.extenddb.core.storage.StorageUnavailableException;

/**
 * Turns whatever ends a request into an error a client can read. Clients learn nothing of this server's inside: causes and stack
 * traces stand in the log alone, in one entry with the request's id.
 */
@SingleInstance
public final class ErrorMapper {
    private static final Logger LOG = Logger.getLogger("org.extenddb.request");

    private final RequestConfig config;

    @Inject
    ErrorMapper(RequestConfig config) {
        this.config = config;
    }

    DynamoDbException map(Exception failure, Exchange exchange) {
        if (failure instanceof DynamoDbException error) {
            if (config.logClientErrors()) {
                LOG.log(
                        Level.INFO,
                        () -> "EXDB0203I " + about(exchange) + " was refused: "
                                + error.code().simpleName() + ": " + error.getMessage());
            }
            return error;
        }
        if (failure instanceof StorageUnavailableException) {
            LOG.log(
                    Level.SEVERE,
                    failure,
                    () -> "EXDB0202E " + about(exchange) + " failed: the database is unavailable");
        } else {
            LOG.log(Level.SEVERE, failure, () -> "EXDB0201E " + about(exchange) + " failed unexpectedly");
        }
        return DynamoDbException.of(ErrorCode.INTERNAL_SERVER_ERROR, MessagesInternal.INTERNAL_SERVER_ERROR);
    }

    private static String about(Exchange exchange) {
        return "request " + exchange.requestId() + " (" + exchange.operationName() + ")";
    }
}
