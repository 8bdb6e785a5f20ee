package org.extenddb.core.api.table;

/** DescribeLimits' answer, in capacity units; reads and writes have the same limits. */
public record AccountLimits(long accountUnits, long tableUnits) {}
