package org.extenddb.core.expression.eval;

import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/** An operand of a condition, ready to be looked up in items. */
public sealed interface BoundOperand permits AttributePath, Constant, SizeOf {
    /** The operand's value in {@code item}; null when the item has none. */
    @Nullable
    AttributeValue valueIn(Item item);
}
