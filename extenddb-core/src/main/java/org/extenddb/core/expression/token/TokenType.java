package org.extenddb.core.expression.token;

/** Kinds of tokens with how tightly each binds its left operand; what never continues an expression binds with zero. */
public enum TokenType {
    OR(10),
    AND(20),
    NOT(0),
    EQUAL(40),
    NOT_EQUAL(40),
    LESS(40),
    LESS_OR_EQUAL(40),
    GREATER(40),
    GREATER_OR_EQUAL(40),
    BETWEEN(40),
    IN(40),
    SET(0),
    REMOVE(0),
    ADD(0),
    DELETE(0),
    PLUS(0),
    MINUS(0),
    DOT(0),
    COMMA(0),
    LEFT_PARENTHESIS(0),
    RIGHT_PARENTHESIS(0),
    LEFT_BRACKET(0),
    RIGHT_BRACKET(0),
    /** An attribute or function name, or a keyword of the grammar at hand. */
    IDENTIFIER(0),
    /** {@code #name}. */
    NAME_PLACEHOLDER(0),
    /** {@code :value}. */
    VALUE_PLACEHOLDER(0),
    INTEGER(0),
    /** A character that no grammar knows. */
    UNKNOWN(0),
    END(0);

    /** What binds NOT's operand: tighter than AND, looser than comparisons. */
    public static final int NOT_PRECEDENCE = 30;

    private final int precedence;

    TokenType(int precedence) {
        this.precedence = precedence;
    }

    public int precedence() {
        return precedence;
    }
}
