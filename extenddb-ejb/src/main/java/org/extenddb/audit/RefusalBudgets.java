package org.extenddb.audit;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.core.audit.AuditEntry;

/**
 * How many entries of what anybody can cause, however often, are taken at a time: so many of each kind, so that nobody can fill the
 * database, and what costs nothing to send does not crowd out what has to be noticed.
 */
final class RefusalBudgets {
    static final int AT_A_TIME = 500;

    private final Map<Kind, AtomicInteger> taken = new EnumMap<>(Kind.class);

    RefusalBudgets() {
        for (Kind kind : Kind.values()) {
            taken.put(kind, new AtomicInteger());
        }
    }

    private enum Kind {
        /** Somebody may be guessing passwords. */
        SIGN_IN,
        /** Somebody whose signature or token was good. */
        KNOWN,
        /** Everybody else: an unsigned request does. */
        UNKNOWN;

        static Kind of(AuditEntry entry) {
            if (entry.action().startsWith(AuditedSignIns.ACTIONS)) {
                return SIGN_IN;
            }
            return entry.actor().isEmpty() ? UNKNOWN : KNOWN;
        }
    }

    /** Whether there is room for this one; takes it. */
    boolean take(AuditEntry entry) {
        return taken.get(Kind.of(entry)).incrementAndGet() <= AT_A_TIME;
    }

    /** Begins anew. */
    void renew() {
        taken.values().forEach(it -> it.set(0));
    }
}
