package org.extenddb.core.audit;

import org.extenddb.core.model.ByteString;

/**
 * An end of the chain: the last record that is there, or the last one before the first that is there still.
 *
 * @param sequence 0 where no record was ever written, or trimmed
 * @param hash of that record; empty where there is none
 * @param seal of both, so that nobody can move an end who has no key; empty where there is none
 */
public record AuditMark(long sequence, ByteString hash, ByteString seal) {
    /** Where a chain begins. */
    public static final AuditMark NONE = new AuditMark(0, ByteString.EMPTY, ByteString.EMPTY);
}
