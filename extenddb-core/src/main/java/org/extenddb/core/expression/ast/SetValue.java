package org.extenddb.core.expression.ast;

/** What stands right of {@code =} in a SET clause. */
public sealed interface SetValue permits Operand, Arithmetic {}
