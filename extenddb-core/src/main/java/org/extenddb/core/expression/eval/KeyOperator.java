package org.extenddb.core.expression.eval;

import org.extenddb.core.expression.ast.Comparator;

/** What a condition on a key attribute may ask. */
public enum KeyOperator {
    EQUAL,
    LESS,
    LESS_OR_EQUAL,
    GREATER,
    GREATER_OR_EQUAL,
    BETWEEN,
    BEGINS_WITH;

    /** The operator of a comparison other than {@code <>}. */
    public static KeyOperator of(Comparator comparator) {
        return switch (comparator) {
            case EQUAL -> EQUAL;
            case LESS -> LESS;
            case LESS_OR_EQUAL -> LESS_OR_EQUAL;
            case GREATER -> GREATER;
            case GREATER_OR_EQUAL -> GREATER_OR_EQUAL;
            case NOT_EQUAL -> throw new IllegalArgumentException("no key condition");
        };
    }
}
