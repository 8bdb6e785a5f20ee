package org.extenddb.core.expression.parse;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.token.Token;
import org.extenddb.core.expression.token.TokenType;
import org.extenddb.core.expression.token.Tokenizer;

/** The tokens of one expression with a place among them, and the limits that hold for every kind of expression. */
final class TokenCursor {
    /** Bytes of UTF-8, placeholders not yet replaced. */
    private static final int MAX_EXPRESSION_SIZE = 4096;

    private static final int MAX_OPERATORS = 300;
    /** More than any expression within the other limits can need; keeps hostile nesting off the stack. */
    private static final int MAX_NESTING = MAX_OPERATORS * 2;

    private final String text;
    private final ExpressionKind kind;
    private final List<Token> tokens;
    private final ParseProblems problems = new ParseProblems();
    private int at;
    private int operators;
    private int nesting;

    private TokenCursor(String text, ExpressionKind kind, List<Token> tokens) {
        this.text = text;
        this.kind = kind;
        this.tokens = tokens;
    }

    static TokenCursor over(String text, ExpressionKind kind, Map<String, TokenType> keywords) {
        if (text.isEmpty()) {
            throw kind.invalid(MessagesExpression.EMPTY);
        }
        if (text.length() > MAX_EXPRESSION_SIZE || text.getBytes(StandardCharsets.UTF_8).length > MAX_EXPRESSION_SIZE) {
            throw kind.invalid(MessagesExpression.TOO_LONG);
        }
        return new TokenCursor(text, kind, Tokenizer.tokenize(text, keywords));
    }

    Token peek() {
        return tokens.get(at);
    }

    /** The token after the next one. */
    Token peekSecond() {
        return tokens.get(Math.min(at + 1, tokens.size() - 1));
    }

    boolean nextIs(TokenType type) {
        return peek().type() == type;
    }

    Token advance() {
        Token token = tokens.get(at);
        if (at < tokens.size() - 1) {
            at++;
        }
        return token;
    }

    /** Takes the next token if it is of the type wanted. */
    boolean accept(TokenType type) {
        if (!nextIs(type)) {
            return false;
        }
        advance();
        return true;
    }

    Token expect(TokenType type) {
        if (!nextIs(type)) {
            throw syntaxError();
        }
        return advance();
    }

    /** Whether the token taken last is of this type. */
    boolean previousIs(TokenType type) {
        return at > 0 && tokens.get(at - 1).type() == type;
    }

    /** A syntax error at the next token: AWS shows it with its two neighbours, spaced as they were written. */
    InvalidExpressionException syntaxError() {
        Token bad = peek();
        Token before = tokens.get(Math.max(at - 1, 0));
        Token after = peekSecond();
        String near = text.substring(Math.min(before.start(), bad.start()), Math.max(after.end(), bad.end()));
        return kind.invalid(MessagesExpression.syntax(bad.text(), near));
    }

    void problem(ParseProblems.Sort sort, String problem) {
        problems.add(sort, problem);
    }

    void countOperator() {
        operators++;
    }

    /** Goes one level deeper into parentheses, operands of functions or NOT. */
    void enter() {
        if (++nesting > MAX_NESTING) {
            problems.raise(kind);
            throw kind.invalid(MessagesExpression.tooManyOperators(Math.max(operators, MAX_OPERATORS + 1)));
        }
    }

    void leave() {
        nesting--;
    }

    /** Ends parsing: nothing may follow, and no problem may have been noted. */
    void finish() {
        if (!nextIs(TokenType.END)) {
            throw syntaxError();
        }
        if (operators > MAX_OPERATORS) {
            problem(ParseProblems.Sort.LIMIT, MessagesExpression.tooManyOperators(operators));
        }
        problems.raise(kind);
    }
}
