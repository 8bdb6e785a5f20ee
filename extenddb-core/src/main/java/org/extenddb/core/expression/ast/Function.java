package org.extenddb.core.expression.ast;

import org.jspecify.annotations.Nullable;

/** The functions of expressions. Their names are case-sensitive. */
public enum Function {
    ATTRIBUTE_EXISTS("attribute_exists", 1, false),
    ATTRIBUTE_NOT_EXISTS("attribute_not_exists", 1, false),
    ATTRIBUTE_TYPE("attribute_type", 2, false),
    BEGINS_WITH("begins_with", 2, false),
    CONTAINS("contains", 2, false),
    SIZE("size", 1, false),
    IF_NOT_EXISTS("if_not_exists", 2, true),
    LIST_APPEND("list_append", 2, true);

    private final String text;
    private final int operands;
    private final boolean ofUpdates;

    Function(String text, int operands, boolean ofUpdates) {
        this.text = text;
        this.operands = operands;
        this.ofUpdates = ofUpdates;
    }

    public String text() {
        return text;
    }

    public int operands() {
        return operands;
    }

    public static @Nullable Function ofCondition(String name) {
        return find(name, false);
    }

    public static @Nullable Function ofUpdate(String name) {
        return find(name, true);
    }

    private static @Nullable Function find(String name, boolean ofUpdates) {
        for (Function function : values()) {
            if (function.ofUpdates == ofUpdates && function.text.equals(name)) {
                return function;
            }
        }
        return null;
    }
}
