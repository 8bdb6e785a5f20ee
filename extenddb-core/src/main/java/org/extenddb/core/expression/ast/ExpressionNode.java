package org.extenddb.core.expression.ast;

/** A condition or an operand. While parsing {@code (a ...} it is not yet known which. */
public sealed interface ExpressionNode permits Operand, ConditionNode {}
