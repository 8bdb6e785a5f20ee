package org.extenddb.core.sigv4;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesSignature;

/** The ways in which a signature is refused. */
final class SignatureErrors {
    private SignatureErrors() {}

    static DynamoDbException missingToken() {
        return DynamoDbException.of(ErrorCode.MISSING_AUTHENTICATION_TOKEN, MessagesSignature.MISSING_TOKEN);
    }

    static DynamoDbException inHeaderAndQuery() {
        return invalid(MessagesSignature.HEADER_AND_QUERY);
    }

    static DynamoDbException incomplete(String message) {
        return DynamoDbException.of(ErrorCode.INCOMPLETE_SIGNATURE, message);
    }

    static DynamoDbException invalid(String message) {
        return DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, message);
    }
}
