package org.extenddb.core.expression.ast;

/** {@code operand BETWEEN lower AND upper}. */
public record Between(Operand operand, Operand lower, Operand upper) implements ConditionNode {}
