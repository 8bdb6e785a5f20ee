package org.extenddb.core.storage;

import org.extenddb.core.key.ItemKey;

/** One item, whether it exists or not. */
public record ItemAddress(TableLayout table, ItemKey key) {}
