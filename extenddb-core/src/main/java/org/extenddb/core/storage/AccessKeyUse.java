package org.extenddb.core.storage;

import java.time.Instant;

/**
 * When an access key signed, and for what.
 *
 * @param service such as {@code dynamodb}
 */
public record AccessKeyUse(String accessKeyId, Instant usedAt, String region, String service) {}
