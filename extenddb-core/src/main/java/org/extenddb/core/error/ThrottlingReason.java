package org.extenddb.core.error;

/**
 * Why a request was throttled.
 *
 * @param reason resource, operation and limit, such as {@code TableReadProvisionedThroughputExceeded}
 * @param resource the ARN of the table or the index
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ThrottlingReason.html">ThrottlingReason</a>
 */
public record ThrottlingReason(String reason, String resource) {}
