package org.extenddb.core.audit;

import org.extenddb.core.model.ByteString;

/**
 * An entry in its place in the chain.
 *
 * @param sequence from 1, without gaps
 * @param hash of the entry, its place and the hash before it ({@link AuditChain})
 */
public record AuditRecord(long sequence, AuditEntry entry, ByteString hash) {}
