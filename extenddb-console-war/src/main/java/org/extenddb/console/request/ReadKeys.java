package org.extenddb.console.request;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The keys that matter to reading.
 *
 * @param table the table's own
 * @param partition of the table or index that is read
 * @param sort null where that has none
 */
public record ReadKeys(
        List<KeyPart> table, KeyPart partition, @Nullable KeyPart sort) {}
