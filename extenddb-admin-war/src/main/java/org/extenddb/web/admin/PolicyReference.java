package org.extenddb.web.admin;

import org.jspecify.annotations.Nullable;

/** A managed policy, by its ARN. */
public record PolicyReference(@Nullable String policyArn) implements RequestBody {}
