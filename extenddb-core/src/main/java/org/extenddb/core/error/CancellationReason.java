package org.extenddb.core.error;

import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Why one action of a transaction was, or was not, a reason to cancel it.
 *
 * @param code {@code None} for an action that was none
 * @param item the item that failed a condition, as wire JSON, where ReturnValuesOnConditionCheckFailure asked for it
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CancellationReason.html">CancellationReason</a>
 */
@SuppressWarnings("ArrayRecordComponent")
public record CancellationReason(String code, @Nullable String message, byte @Nullable [] item) {
    public static final CancellationReason NONE = new CancellationReason("None", null, null);

    /** Another writer was in the way. */
    public static final CancellationReason CONFLICT =
            new CancellationReason("TransactionConflict", MessagesTransaction.CONFLICT, null);

    /** What an action was refused with, in the terms of a transaction. */
    public static CancellationReason of(DynamoDbException error) {
        return new CancellationReason(code(error.code()), error.getMessage(), error.item());
    }

    /** The reasons of a transaction whose actions at some positions met other writers. */
    public static List<CancellationReason> conflictsAt(Collection<Integer> positions, int actions) {
        return IntStream.range(0, actions)
                .mapToObj(i -> positions.contains(i) ? CONFLICT : NONE)
                .toList();
    }

    public boolean isNone() {
        return code.equals(NONE.code);
    }

    private static String code(ErrorCode error) {
        return switch (error) {
            case CONDITIONAL_CHECK_FAILED -> "ConditionalCheckFailed";
            case ITEM_COLLECTION_SIZE_LIMIT_EXCEEDED -> "ItemCollectionSizeLimitExceeded";
            case TRANSACTION_CONFLICT -> "TransactionConflict";
            case PROVISIONED_THROUGHPUT_EXCEEDED -> "ProvisionedThroughputExceeded";
            case THROTTLING -> "ThrottlingError";
            case ACCESS_DENIED -> "AccessDenied";
            case VALIDATION -> "ValidationError";
            default -> throw new IllegalArgumentException(error + " cancels no transaction");
        };
    }
}
