package org.extenddb.core.expression.token;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Splits expression text into tokens. It never fails: what it does not know becomes {@link TokenType#UNKNOWN}. */
public final class Tokenizer {
    /** How AWS names the end of the text in syntax errors. */
    private static final String END_TEXT = "<EOF>";

    private final String text;
    private final Map<String, TokenType> keywords;
    private final List<Token> tokens = new ArrayList<>();
    private int at;

    private Tokenizer(String text, Map<String, TokenType> keywords) {
        this.text = text;
        this.keywords = keywords;
    }

    /**
     * The tokens of {@code text}, the last being {@link TokenType#END}.
     *
     * @param keywords upper-case words of the grammar, recognised in any case
     */
    public static List<Token> tokenize(String text, Map<String, TokenType> keywords) {
        Tokenizer tokenizer = new Tokenizer(text, keywords);
        tokenizer.run();
        return tokenizer.tokens;
    }

    private void run() {
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isSpace(c)) {
                at++;
            } else if (isLetter(c)) {
                word();
            } else if (isDigit(c)) {
                integer();
            } else if (c == '#' || c == ':') {
                placeholder(c);
            } else {
                symbol(c);
            }
        }
        tokens.add(new Token(TokenType.END, END_TEXT, at, at));
    }

    private void word() {
        int end = wordEnd(at);
        String word = text.substring(at, end);
        add(keyword(word), end);
    }

    private TokenType keyword(String word) {
        // Keywords are few and ASCII: comparing is cheaper than making an upper-case copy of every name.
        for (Map.Entry<String, TokenType> keyword : keywords.entrySet()) {
            if (keyword.getKey().equalsIgnoreCase(word)) {
                return keyword.getValue();
            }
        }
        return TokenType.IDENTIFIER;
    }

    private void integer() {
        int end = at + 1;
        // A number does not begin with 0: what follows is another one.
        while (text.charAt(at) != '0' && end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        add(TokenType.INTEGER, end);
    }

    private void placeholder(char sign) {
        int end = wordEnd(at + 1);
        if (end == at + 1) {
            add(TokenType.UNKNOWN, end);
        } else {
            add(sign == '#' ? TokenType.NAME_PLACEHOLDER : TokenType.VALUE_PLACEHOLDER, end);
        }
    }

    private void symbol(char c) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : 0;
        switch (c) {
            case '=' -> add(TokenType.EQUAL, at + 1);
            case '<' -> {
                if (next == '=') {
                    add(TokenType.LESS_OR_EQUAL, at + 2);
                } else if (next == '>') {
                    add(TokenType.NOT_EQUAL, at + 2);
                } else {
                    add(TokenType.LESS, at + 1);
                }
            }
            case '>' -> add(next == '=' ? TokenType.GREATER_OR_EQUAL : TokenType.GREATER, at + (next == '=' ? 2 : 1));
            case '(' -> add(TokenType.LEFT_PARENTHESIS, at + 1);
            case ')' -> add(TokenType.RIGHT_PARENTHESIS, at + 1);
            case '[' -> add(TokenType.LEFT_BRACKET, at + 1);
            case ']' -> add(TokenType.RIGHT_BRACKET, at + 1);
            case '.' -> add(TokenType.DOT, at + 1);
            case ',' -> add(TokenType.COMMA, at + 1);
            case '+' -> add(TokenType.PLUS, at + 1);
            case '-' -> add(TokenType.MINUS, at + 1);
            default -> add(TokenType.UNKNOWN, at + Character.charCount(text.codePointAt(at)));
        }
    }

    private void add(TokenType type, int end) {
        tokens.add(new Token(type, text.substring(at, end), at, end));
        at = end;
    }

    private int wordEnd(int from) {
        int end = from;
        while (end < text.length() && isWordPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isWordPart(char c) {
        return isLetter(c) || isDigit(c) || c == '_';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\n' || c == '\r';
    }
}
