package org.extenddb.telemetry;

/**
 * What is kept, of all accounts.
 *
 * @param server PostgreSQL's version
 * @param bytes that the whole database takes on its disk, indexes and history included
 * @param tables of DynamoDB
 * @param items in them, as of their last counts
 * @param itemBytes of these, as DynamoDB measures items
 */
public record StorageFigures(String server, long bytes, long tables, long items, long itemBytes) {
    /** As long as the database has not been asked. */
    public static final StorageFigures NONE = new StorageFigures("", 0, 0, 0, 0);
}
