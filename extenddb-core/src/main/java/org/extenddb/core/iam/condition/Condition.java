package org.extenddb.core.iam.condition;

import org.extenddb.core.iam.match.ContextKeys;

/** One operator on one key, compiled. All conditions of a statement have to hold. */
public sealed interface Condition permits KeyCondition, NullCondition {
    /** In lower case. */
    String key();

    /** As the policy writes it. */
    String writtenKey();

    /**
     * Whether it holds.
     *
     * @param allow the effect of the statement: where a request leaves it open whether it is meant, it is not allowed by it, and
     *     may be denied by it
     */
    boolean holds(ContextKeys keys, boolean allow);
}
