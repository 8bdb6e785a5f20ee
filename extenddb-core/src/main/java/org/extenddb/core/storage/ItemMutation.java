package org.extenddb.core.storage;

import org.jspecify.annotations.Nullable;

/**
 * A write as a pure function of the current item. Storage may call {@link #apply} more than once, each time with a newer
 * current item; the change of the last call is the one that takes effect, against exactly the item that call was given.
 */
public interface ItemMutation {
    /** What the mutation looks at, so that storage reads no more than that. */
    enum Reads {
        /** {@link #apply} ignores its argument and nobody asks for the previous item: a blind write, one round trip. */
        NOTHING,
        /** {@link #apply} ignores its argument, but the result must carry the previous item. */
        PREVIOUS,
        /** {@link #apply} looks at the current item. */
        CURRENT,
        /** As CURRENT, and the item is probably absent (a put-if-absent): storage may try with null first. */
        CURRENT_PROBABLY_ABSENT
    }

    Reads reads();

    /**
     * Pure: no side effects, same answer for the same argument.
     *
     * @param current the item as it is now, null when absent (and always null for NOTHING)
     */
    Change apply(@Nullable StoredItem current);
}
