package org.extenddb.core.expression.parse;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.PathElement;
import org.extenddb.core.expression.error.MessagesExpression;
import org.extenddb.core.expression.token.Token;
import org.extenddb.core.expression.token.TokenType;

/** Parses document paths: {@code a.b[1].#c}. */
final class PathParser {
    private static final int MAX_LEVELS = 32;

    private final TokenCursor tokens;

    PathParser(TokenCursor tokens) {
        this.tokens = tokens;
    }

    DocumentPath path() {
        List<PathElement> elements = new ArrayList<>(4);
        elements.add(name());
        return steps(elements);
    }

    /** {@code (a.b)[1].c}: steps that follow a path in parentheses. */
    DocumentPath continued(DocumentPath head) {
        return continuesPath() ? steps(new ArrayList<>(head.elements())) : head;
    }

    private DocumentPath steps(List<PathElement> elements) {
        while (continuesPath()) {
            elements.add(tokens.advance().is(TokenType.DOT) ? name() : index());
        }
        if (elements.size() > MAX_LEVELS) {
            tokens.problem(ParseProblems.Sort.LIMIT, MessagesExpression.pathTooDeep(elements.size()));
        }
        return new DocumentPath(elements);
    }

    private boolean continuesPath() {
        return tokens.nextIs(TokenType.DOT) || tokens.nextIs(TokenType.LEFT_BRACKET);
    }

    private PathElement name() {
        if (tokens.nextIs(TokenType.NAME_PLACEHOLDER)) {
            return new PathElement.Name(tokens.advance().text());
        }
        Token name = tokens.expect(TokenType.IDENTIFIER);
        if (ReservedWords.contains(name.text())) {
            tokens.problem(ParseProblems.Sort.RESERVED_WORD, MessagesExpression.reservedWord(name.text()));
        }
        return new PathElement.Name(name.text());
    }

    private PathElement index() {
        String digits = tokens.expect(TokenType.INTEGER).text();
        tokens.expect(TokenType.RIGHT_BRACKET);
        long value = digits.length() > 18 ? Long.MAX_VALUE : Long.parseLong(digits);
        if (value > Integer.MAX_VALUE) {
            tokens.problem(ParseProblems.Sort.LIMIT, MessagesExpression.indexOutOfRange(digits));
            return new PathElement.Index(Integer.MAX_VALUE);
        }
        return new PathElement.Index((int) value);
    }
}
