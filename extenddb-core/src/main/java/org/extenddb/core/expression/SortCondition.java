package org.extenddb.core.expression;

import java.util.List;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;
import org.jspecify.annotations.Nullable;

/**
 * What a Query asks of the sort key: values for its first attributes and, where {@code operator} is not null, a range of the
 * attribute after them. Equality of a whole sort key is in {@code equalTo}, with no operator. All values have the types of the
 * schema.
 *
 * @param equalTo what the first RANGE attributes must equal, in schema order
 * @param operator never EQUAL; null when nothing is asked of the next RANGE attribute
 * @param operands of {@code operator}: two for BETWEEN, the lower one first, and one for all others
 */
public record SortCondition(
        List<AttributeValue> equalTo, @Nullable KeyOperator operator, List<AttributeValue> operands) {
    public SortCondition {
        equalTo = List.copyOf(equalTo);
        operands = List.copyOf(operands);
    }
}
