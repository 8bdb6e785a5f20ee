package org.extenddb.core.expression.eval;

import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;

/** A value that came with the request. */
public record Constant(AttributeValue value) implements BoundOperand {
    @Override
    public AttributeValue valueIn(Item item) {
        return value;
    }
}
