package org.extenddb.core.wire;

/** Reads the members of one JSON object. */
@FunctionalInterface
public interface MemberReader {
    /** Reads the member's value from {@code in}; a value left unread is skipped. */
    void read(String name, JsonInput in);
}
