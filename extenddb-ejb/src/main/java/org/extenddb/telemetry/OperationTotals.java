package org.extenddb.telemetry;

/**
 * What one operation has come to since this server's start.
 *
 * @param failed of the requests, those that were refused or failed
 * @param throttled of those, the ones beyond a limit
 * @param meanMillis of the requests that succeeded
 */
public record OperationTotals(String operation, long requests, long failed, long throttled, double meanMillis) {}
