package org.extenddb.web.admin;

import org.jspecify.annotations.Nullable;

/** Which part of a list is asked for, as it was sent. */
record PageQuery(@Nullable String limit, @Nullable String next) {}
