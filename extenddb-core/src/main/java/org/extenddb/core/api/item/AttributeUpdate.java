package org.extenddb.core.api.item;

import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * A legacy update of one attribute.
 *
 * @param action PUT (also when absent), ADD or DELETE
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeValueUpdate.html">AttributeValueUpdate</a>
 */
public record AttributeUpdate(
        @Nullable Decoded<AttributeValue> value, @Nullable String action) {}
