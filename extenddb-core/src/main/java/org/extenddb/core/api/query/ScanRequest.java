package org.extenddb.core.api.query;

import org.jspecify.annotations.Nullable;

/**
 * Scan as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Scan.html">Scan</a>
 */
public record ScanRequest(
        ReadMembers read,
        @Nullable Integer segment,
        @Nullable Integer totalSegments) {}
