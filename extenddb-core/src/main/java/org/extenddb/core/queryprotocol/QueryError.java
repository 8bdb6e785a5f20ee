package org.extenddb.core.queryprotocol;

/** The errors of IAM and STS: what stands in {@code Code}, and the HTTP status. */
public enum QueryError {
    ACCESS_DENIED("AccessDenied", 403),
    DELETE_CONFLICT("DeleteConflict", 409),
    ENTITY_ALREADY_EXISTS("EntityAlreadyExists", 409),
    EXPIRED_TOKEN("ExpiredToken", 403),
    INCOMPLETE_SIGNATURE("IncompleteSignature", 400),
    INVALID_ACTION("InvalidAction", 400),
    INVALID_CLIENT_TOKEN_ID("InvalidClientTokenId", 403),
    INVALID_INPUT("InvalidInput", 400),
    INVALID_USER_TYPE("InvalidUserType", 400),
    LIMIT_EXCEEDED("LimitExceeded", 409),
    MALFORMED_POLICY_DOCUMENT("MalformedPolicyDocument", 400),
    MALFORMED_QUERY_STRING("MalformedQueryString", 400),
    MISSING_ACTION("MissingAction", 400),
    MISSING_AUTHENTICATION_TOKEN("MissingAuthenticationToken", 403),
    NO_SUCH_ENTITY("NoSuchEntity", 404),
    PACKED_POLICY_TOO_LARGE("PackedPolicyTooLarge", 400),
    PASSWORD_POLICY_VIOLATION("PasswordPolicyViolation", 400),
    POLICY_NOT_ATTACHABLE("PolicyNotAttachable", 400),
    REQUEST_TOO_LARGE("RequestEntityTooLarge", 413),
    SERVICE_FAILURE("ServiceFailure", 500),
    SERVICE_UNAVAILABLE("ServiceUnavailable", 503),
    SIGNATURE_DOES_NOT_MATCH("SignatureDoesNotMatch", 403),
    UNMODIFIABLE_ENTITY("UnmodifiableEntity", 400),
    VALIDATION_ERROR("ValidationError", 400);

    private final String code;
    private final int httpStatus;

    QueryError(String code, int httpStatus) {
        this.code = code;
        this.httpStatus = httpStatus;
    }

    public String code() {
        return code;
    }

    public int httpStatus() {
        return httpStatus;
    }

    /** Whose fault it is, as {@code Type} says it. */
    public String type() {
        return httpStatus < 500 ? "Sender" : "Receiver";
    }
}
