package org.extenddb.core.api.item;

import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A legacy condition on one attribute.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ExpectedAttributeValue.html">ExpectedAttributeValue</a>
 */
public record ExpectedAttribute(
        @Nullable Decoded<AttributeValue> value,
        @Nullable Boolean exists,
        @Nullable String comparisonOperator,
        @Nullable Decoded<List<AttributeValue>> attributeValueList) {}
