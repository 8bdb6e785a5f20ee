package org.extenddb.telemetry;

/**
 * What an operation, or the requests to a table, have come to since this server's start.
 *
 * @param name of the operation, or the table's ARN
 * @param failed of the requests, those that were refused or failed
 * @param throttled of those, the ones beyond a limit
 * @param medianMillis of the requests that succeeded, to an eighth
 * @param p99Millis likewise
 */
public record TrafficTotals(
        String name, long requests, long failed, long throttled, double medianMillis, double p99Millis) {}
