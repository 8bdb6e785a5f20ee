package org.extenddb.core.expression.ast;

/** {@code left op right}. */
public record Comparison(Comparator comparator, Operand left, Operand right) implements ConditionNode {}
