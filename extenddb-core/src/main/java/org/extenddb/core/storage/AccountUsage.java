package org.extenddb.core.storage;

/** What the tables of an account in a region take of its quotas; units are provisioned ones, of tables and indexes together. */
public record AccountUsage(int tables, long readCapacityUnits, long writeCapacityUnits) {}
