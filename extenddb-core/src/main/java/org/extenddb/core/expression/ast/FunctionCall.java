package org.extenddb.core.expression.ast;

import java.util.List;

/** A function with its operands, of which there may be too many or too few. */
public record FunctionCall(Function function, List<Operand> operands) implements Operand, ConditionNode {
    public FunctionCall {
        operands = List.copyOf(operands);
    }
}
