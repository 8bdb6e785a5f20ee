package org.extenddb.core.wire;

import java.util.function.Function;
import org.extenddb.core.error.DynamoDbException;
import org.jspecify.annotations.Nullable;

/**
 * A member that was well-formed JSON of the right shape but may hold an invalid attribute value (a bad number, an empty set).
 * DynamoDB reports those only after the member constraints, in words that depend on the operation, so decoding keeps the problem
 * and validation raises it.
 *
 * @param value null exactly when there is a problem
 * @param problem DynamoDB's bare text of the first problem
 * @param olderProblem the same as the operations have it that go through DynamoDB's older layer
 * @param <T> what the member holds
 */
public record Decoded<T>(
        @Nullable T value,
        @Nullable String problem,
        @Nullable String olderProblem) {
    public static <T> Decoded<T> valid(T value) {
        return new Decoded<>(value, null, null);
    }

    /** With a problem that both layers have the same words for. */
    public static <T> Decoded<T> invalid(String problem) {
        return new Decoded<>(null, problem, problem);
    }

    /** The same, its problem in the words of the older layer. */
    public Decoded<T> inOlderLayer() {
        return new Decoded<>(value, olderProblem, olderProblem);
    }

    /** The value, or the problem in the wording of the operation at hand. */
    public T orElseThrow(Function<String, DynamoDbException> wording) {
        if (problem != null || value == null) {
            throw wording.apply(problem == null ? "" : problem);
        }
        return value;
    }
}
