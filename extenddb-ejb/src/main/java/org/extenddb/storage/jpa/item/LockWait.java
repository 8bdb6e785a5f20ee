package org.extenddb.storage.jpa.item;

import java.time.Duration;

/** How long a transaction waits for others that hold what it wants. */
final class LockWait {
    /**
     * Long enough for a queue at a busy item, short enough for a client; and below PostgreSQL's deadlock_timeout of a second, so
     * that even work which takes rows in another order never has it look for a deadlock.
     */
    static final Duration LENGTH = Duration.ofMillis(500);

    /** Goes before the first statement of a transaction, in the same round trip, and holds until the transaction ends. */
    static final String BOUNDED = "SET LOCAL lock_timeout = " + LENGTH.toMillis() + ";";

    private LockWait() {}
}
