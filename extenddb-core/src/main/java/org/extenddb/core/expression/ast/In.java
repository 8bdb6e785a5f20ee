package org.extenddb.core.expression.ast;

import java.util.List;

/** {@code operand IN (candidates)}. */
public record In(Operand operand, List<Operand> candidates) implements ConditionNode {
    public In {
        candidates = List.copyOf(candidates);
    }
}
