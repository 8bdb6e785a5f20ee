package org.extenddb.iam;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.MalformedPolicyException;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesQueryProtocol;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.XmlOutput;
import org.extenddb.core.wire.WireRequest;

/** Turns whatever ends a call into an error as IAM and STS write it. Clients learn nothing of this server's inside. */
final class QueryErrors {
    /** The largest policy there can be, percent-encoded, fits twice. */
    private static final int MAX_FORM_BYTES = 1 << 20;

    private QueryErrors() {}

    /** @throws QueryException when the form is too large or none */
    static FormParameters form(WireRequest request) {
        if (request.body().length > MAX_FORM_BYTES) {
            throw QueryException.of(QueryError.REQUEST_TOO_LARGE, MessagesQueryProtocol.TOO_LARGE);
        }
        return FormParameters.parse(request.body());
    }

    static QueryException of(Exception failure) {
        if (failure instanceof QueryException error) {
            return error;
        }
        if (failure instanceof MalformedPolicyException malformed) {
            return QueryException.of(QueryError.MALFORMED_POLICY_DOCUMENT, malformed.getMessage());
        }
        if (failure instanceof DynamoDbException error && error.getMessage() != null) {
            return QueryException.of(of(error.code()), error.getMessage());
        }
        return QueryException.of(QueryError.SERVICE_FAILURE, MessagesQueryProtocol.serviceFailure());
    }

    static byte[] encode(QueryException error, QueryService service, String requestId) {
        XmlOutput out = new XmlOutput();
        out.begin("ErrorResponse", service.namespace());
        out.begin("Error");
        out.text("Type", error.error().type());
        out.text("Code", error.error().code());
        out.text("Message", error.getMessage());
        out.end();
        out.text("RequestId", requestId);
        return out.end().toByteArray();
    }

    /** The names that the Query protocol has for what all services refuse. */
    private static QueryError of(ErrorCode code) {
        return switch (code) {
            case ACCESS_DENIED -> QueryError.ACCESS_DENIED;
            case EXPIRED_TOKEN -> QueryError.EXPIRED_TOKEN;
            case INCOMPLETE_SIGNATURE -> QueryError.INCOMPLETE_SIGNATURE;
            case INVALID_SIGNATURE -> QueryError.SIGNATURE_DOES_NOT_MATCH;
            case MISSING_AUTHENTICATION_TOKEN -> QueryError.MISSING_AUTHENTICATION_TOKEN;
            case SERVICE_UNAVAILABLE -> QueryError.SERVICE_UNAVAILABLE;
            case UNRECOGNIZED_CLIENT -> QueryError.INVALID_CLIENT_TOKEN_ID;
            case VALIDATION -> QueryError.VALIDATION_ERROR;
            default -> QueryError.SERVICE_FAILURE;
        };
    }
}
