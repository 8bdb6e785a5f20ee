package org.extenddb.core.expression.ast;

/** {@code NOT condition}. */
public record Not(ConditionNode condition) implements ConditionNode {}
