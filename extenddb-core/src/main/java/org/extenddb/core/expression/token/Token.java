package org.extenddb.core.expression.token;

/** A piece of expression text from {@code start} up to, not including, {@code end}. */
public record Token(TokenType type, String text, int start, int end) {
    public boolean is(TokenType wanted) {
        return type == wanted;
    }
}
