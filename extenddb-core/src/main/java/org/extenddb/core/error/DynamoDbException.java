package org.extenddb.core.error;

import org.jspecify.annotations.Nullable;

/** An error that goes to the client as it stands. It is a value rather than an incident, so it carries no stack trace. */
public final class DynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient byte @Nullable [] item;

    private DynamoDbException(ErrorCode code, @Nullable String message, byte @Nullable [] item) {
        super(message, null, false, false);
        this.code = code;
        this.item = item;
    }

    public static DynamoDbException of(ErrorCode code, @Nullable String message) {
        return new DynamoDbException(code, message, null);
    }

    public static DynamoDbException validation(String message) {
        return of(ErrorCode.VALIDATION, message);
    }

    /** A failed condition that returns the item which failed it. */
    public static DynamoDbException conditionFailed(String message, byte @Nullable [] itemJson) {
        return new DynamoDbException(ErrorCode.CONDITIONAL_CHECK_FAILED, message, itemJson);
    }

    public ErrorCode code() {
        return code;
    }

    /** The item that failed a condition, as wire JSON, where ReturnValuesOnConditionCheckFailure asked for it. */
    public byte @Nullable [] item() {
        return item;
    }
}
