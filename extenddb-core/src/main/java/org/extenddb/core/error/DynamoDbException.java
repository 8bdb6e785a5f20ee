package org.extenddb.core.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** An error that goes to the client as it stands. It is a value rather than an incident, so it carries no stack trace. */
public final class DynamoDbException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final ErrorCode code;
    private final transient byte @Nullable [] item;
    private final transient List<CancellationReason> cancellationReasons;
    private final transient @Nullable ThrottlingReason throttlingReason;

    private DynamoDbException(
            ErrorCode code,
            @Nullable String message,
            byte @Nullable [] item,
            List<CancellationReason> cancellationReasons,
            @Nullable ThrottlingReason throttlingReason) {
        super(message, null, false, false);
        this.code = code;
        this.item = item;
        this.cancellationReasons = List.copyOf(cancellationReasons);
        this.throttlingReason = throttlingReason;
    }

    public static DynamoDbException of(ErrorCode code, @Nullable String message) {
        return new DynamoDbException(code, message, null, List.of(), null);
    }

    public static DynamoDbException validation(String message) {
        return of(ErrorCode.VALIDATION, message);
    }

    /** A failed condition that returns the item which failed it. */
    public static DynamoDbException conditionFailed(String message, byte @Nullable [] itemJson) {
        return new DynamoDbException(ErrorCode.CONDITIONAL_CHECK_FAILED, message, itemJson, List.of(), null);
    }

    /** Another writer held an item for too long. */
    public static DynamoDbException transactionConflict() {
        return of(ErrorCode.TRANSACTION_CONFLICT, MessagesTransaction.CONFLICT);
    }

    /** A transaction that took no effect, with one reason for each of its actions. */
    public static DynamoDbException transactionCanceled(List<CancellationReason> reasons) {
        return new DynamoDbException(
                ErrorCode.TRANSACTION_CANCELED, MessagesTransaction.cancelled(reasons), null, reasons, null);
    }

    /** A request beyond a limit. */
    public static DynamoDbException throttled(ErrorCode code, String message, ThrottlingReason reason) {
        return new DynamoDbException(code, message, null, List.of(), reason);
    }

    public ErrorCode code() {
        return code;
    }

    /** Of a transaction that was cancelled, one for each action; empty for every other error. */
    public List<CancellationReason> cancellationReasons() {
        return cancellationReasons;
    }

    /** Of a request that was throttled; null for every other error. */
    public @Nullable ThrottlingReason throttlingReason() {
        return throttlingReason;
    }

    /** The item that failed a condition, as wire JSON, where ReturnValuesOnConditionCheckFailure asked for it. */
    public byte @Nullable [] item() {
        return item;
    }
}
