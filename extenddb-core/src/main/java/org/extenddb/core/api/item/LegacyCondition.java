package org.extenddb.core.api.item;

import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A legacy condition of KeyConditions, QueryFilter or ScanFilter.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Condition.html">Condition</a>
 */
public record LegacyCondition(
        @Nullable String comparisonOperator, @Nullable Decoded<List<AttributeValue>> attributeValueList) {}
