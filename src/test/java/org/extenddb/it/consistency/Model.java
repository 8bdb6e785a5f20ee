package org.extenddb.it.consistency;

import org.jspecify.annotations.Nullable;

/**
 * How an object behaves that only one caller at a time uses.
 *
 * @param <S> its state; compared by equals
 * @param <I> what is asked of it
 * @param <O> what it answers
 */
interface Model<S, I, O> {
    S initial();

    /** The state after the call; null when an object in this state would have answered otherwise. */
    @Nullable
    S after(S state, Call<I, O> call);
}
