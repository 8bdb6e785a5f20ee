package org.extenddb.core.expression.ast;

import java.util.List;

/** Two or more conditions joined by AND, without parentheses between them. */
public record And(List<ConditionNode> conditions) implements ConditionNode {
    public And {
        conditions = List.copyOf(conditions);
    }
}
