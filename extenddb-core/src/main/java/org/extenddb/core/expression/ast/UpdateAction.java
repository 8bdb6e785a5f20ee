package org.extenddb.core.expression.ast;

/** One action of an update expression on one path. */
public sealed interface UpdateAction {
    DocumentPath path();

    record Set(DocumentPath path, SetValue value) implements UpdateAction {}

    record Remove(DocumentPath path) implements UpdateAction {}

    record Add(DocumentPath path, ValueReference value) implements UpdateAction {}

    record Delete(DocumentPath path, ValueReference value) implements UpdateAction {}
}
