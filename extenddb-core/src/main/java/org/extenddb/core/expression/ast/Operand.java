package org.extenddb.core.expression.ast;

/** Something with a value: a path into the item, a placeholder or a function call. */
public sealed interface Operand extends ExpressionNode, SetValue permits DocumentPath, ValueReference, FunctionCall {}
