package org.extenddb.it.consistency;

import org.jspecify.annotations.Nullable;

/**
 * One call in a history, with the times at which it began and ended by one clock.
 *
 * @param returned {@link #NEVER} for a call without an answer, which took effect at some time after it began, or never
 * @param result null exactly then
 * @param <I> what was asked
 * @param <O> what was answered
 */
record Call<I, O>(
        long invoked, long returned, I input, @Nullable O result) {
    static final long NEVER = Long.MAX_VALUE;

    boolean isCertain() {
        return returned != NEVER;
    }
}
