package org.extenddb.core.storage;

import java.util.List;

/** The outcome of {@link ItemStore#mutateAll}. Positions are those of the request. */
public sealed interface AtomicResult {
    /** Every change took effect, at one instant. */
    record Applied(List<MutationResult> results) implements AtomicResult {}

    /** Nothing was written: at least one of the results holds a {@link Change.Refuse}. */
    record Refused(List<MutationResult> results) implements AtomicResult {}

    /** Nothing was written: other writers hold the items at these positions and did not let go in time. */
    record Conflict(List<Integer> positions) implements AtomicResult {}

    /** Nothing was written: the same request took effect under the same token before. */
    record Repeated() implements AtomicResult {}

    /** Nothing was written: another request took effect under the same token before. */
    record TokenMismatch() implements AtomicResult {}

    /** Nothing was written: a request with the same token is under way and did not end in time. */
    record InProgress() implements AtomicResult {}
}
