package org.extenddb.core.expression.ast;

import java.util.List;

/** Two or more conditions joined by OR, without parentheses between them. */
public record Or(List<ConditionNode> conditions) implements ConditionNode {
    public Or {
        conditions = List.copyOf(conditions);
    }
}
