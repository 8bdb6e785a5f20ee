package org.extenddb.core.api.query;

import java.util.Map;
import org.extenddb.core.api.item.LegacyCondition;
import org.jspecify.annotations.Nullable;

/**
 * Query as sent.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html">Query</a>
 */
public record QueryRequest(
        ReadMembers read,
        @Nullable String keyConditionExpression,
        @Nullable Map<String, LegacyCondition> keyConditions,
        @Nullable Boolean scanIndexForward) {}
