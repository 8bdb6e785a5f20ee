package org.extenddb.core.audit;

import org.extenddb.core.model.ByteString;

/** Keyed hashes, which nobody can make who has no key of the installation. */
public interface AuditSeal {
    /** The hash of some bytes, with the name of its key. */
    ByteString of(byte[] content);

    /** Whether this is the hash of these bytes, under whichever key it names. Compares in constant time. */
    boolean holds(ByteString hash, byte[] content);
}
