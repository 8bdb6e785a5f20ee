package org.extenddb.admin;

import org.jspecify.annotations.Nullable;

/**
 * Which state of something a caller wants to change, by its tag: what If-Match says.
 *
 * @param tag null where the caller says nothing, {@code *} where any state will do
 */
public record Precondition(@Nullable String tag) {
    /** Any state will do. */
    public static final Precondition ANY = new Precondition("*");

    private static final Precondition NONE = new Precondition(null);

    public static Precondition of(@Nullable String tag) {
        return tag == null ? NONE : new Precondition(tag);
    }

    /** @throws AdminException STATE_NEEDED when the caller says nothing */
    public void require() {
        if (tag == null) {
            throw AdminException.of(AdminError.STATE_NEEDED, MessagesAdmin.STATE_NEEDED);
        }
    }

    /**
     * Compares with what is there now.
     *
     * @throws AdminException CHANGED when it is not the state that is meant
     */
    public void check(Object state) {
        if (tag != null && !tag.equals("*") && !tag.equals(StateTag.of(state))) {
            throw AdminException.of(AdminError.CHANGED, MessagesAdmin.CHANGED);
        }
    }
}
