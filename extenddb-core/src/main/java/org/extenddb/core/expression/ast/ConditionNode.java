package org.extenddb.core.expression.ast;

/** Something that is true or false of an item. */
public sealed interface ConditionNode extends ExpressionNode
        permits And, Or, Not, Comparison, Between, In, FunctionCall {}
