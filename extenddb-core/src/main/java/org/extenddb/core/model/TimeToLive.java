package org.extenddb.core.model;

import java.time.Instant;

/**
 * Which attribute tells when an item expires.
 *
 * @param attributeName of a Number, the time in epoch seconds
 * @param changedAt when it was last enabled or disabled
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/TTL.html">Time to live</a>
 */
public record TimeToLive(String attributeName, boolean enabled, Instant changedAt) {}
