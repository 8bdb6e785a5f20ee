package org.extenddb.core.expression.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.expression.ast.DocumentPath;
import org.extenddb.core.expression.ast.ProjectionNode;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.token.TokenType;

/**
 * Parses projection expressions: document paths with commas between them.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.ProjectionExpressions.html">Projection expressions</a>
 */
public final class ProjectionParser {
    private ProjectionParser() {}

    /**
     * Parses a whole expression.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static ProjectionNode parse(String text) {
        TokenCursor tokens = TokenCursor.over(text, ExpressionKind.PROJECTION, Map.of());
        PathParser paths = new PathParser(tokens);
        List<DocumentPath> found = new ArrayList<>();
        do {
            found.add(paths.path());
        } while (tokens.accept(TokenType.COMMA));
        tokens.finish();
        return new ProjectionNode(found);
    }
}
