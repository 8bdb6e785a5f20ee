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

    /** Whether it belongs to update expressions; all others belong to conditions. */
    public boolean ofUpdates() {
        return ofUpdates;
    }

    public static @Nullable Function named(String name) {
        for (Function function : values()) {
            if (function.text.equals(name)) {
                return function;
            }
        }
        return null;
    }
}
