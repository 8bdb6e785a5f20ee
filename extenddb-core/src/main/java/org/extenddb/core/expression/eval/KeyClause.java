package org.extenddb.core.expression.eval;

import java.util.List;
import org.extenddb.core.model.AttributeValue;

/** A condition on one key attribute, its name standing first: two operands for BETWEEN, one for all others. */
public record KeyClause(String attributeName, KeyOperator operator, List<AttributeValue> operands) {
    public KeyClause {
        operands = List.copyOf(operands);
    }
}
