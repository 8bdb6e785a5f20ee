package org.extenddb.core.expression;

import org.extenddb.core.expression.ast.ProjectionNode;
import org.extenddb.core.expression.bind.ProjectionBinder;
import org.extenddb.core.expression.parse.ProjectionParser;

/** Projection expressions. */
public final class ProjectionExpression {
    private static final ParsedExpressions<ProjectionNode> PARSED = new ParsedExpressions<>(ProjectionParser::parse);

    private ProjectionExpression() {}

    /**
     * Parses {@code text}, or remembers how it parsed, and binds it to the names of a request.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static ProjectionPaths parse(String text, ExpressionContext context) {
        return ProjectionPaths.of(ProjectionBinder.bind(PARSED.parse(text), context));
    }
}
