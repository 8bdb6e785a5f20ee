package org.extenddb.core.api.table;

import org.jspecify.annotations.Nullable;

/**
 * A table's time to live as clients see it.
 *
 * @param status ENABLING, ENABLED, DISABLING or DISABLED
 * @param attributeName null once it is DISABLED
 */
public record TimeToLiveDescription(String status, @Nullable String attributeName) {}
