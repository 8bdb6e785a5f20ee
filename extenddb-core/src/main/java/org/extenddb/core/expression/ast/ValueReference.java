package org.extenddb.core.expression.ast;

/** A {@code :placeholder}. */
public record ValueReference(String placeholder) implements Operand {}
