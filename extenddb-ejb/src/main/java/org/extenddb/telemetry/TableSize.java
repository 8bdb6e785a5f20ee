package org.extenddb.telemetry;

import java.io.Serializable;

/**
 * How much a table keeps, as of its last count.
 *
 * @param items in it
 * @param bytes of these, as DynamoDB measures items, without indexes
 */
public record TableSize(String account, String region, String name, long items, long bytes) implements Serializable {}
