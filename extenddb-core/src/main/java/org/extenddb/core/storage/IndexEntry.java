package org.extenddb.core.storage;

import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;

/** An item's place in one index. An item without an entry for a slot is not in that index (sparse). */
public record IndexEntry(int slot, PartitionHash partition, ByteString sort) {}
