package org.extenddb.core.api.table;

import org.jspecify.annotations.Nullable;

/** A request about one table. */
public record TableNameRequest(@Nullable String tableName) {}
