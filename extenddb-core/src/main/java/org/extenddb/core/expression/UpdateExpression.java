package org.extenddb.core.expression;

import org.extenddb.core.expression.ast.UpdateNode;
import org.extenddb.core.expression.bind.UpdateBinder;
import org.extenddb.core.expression.eval.BoundUpdate;
import org.extenddb.core.expression.parse.UpdateParser;

/** Update expressions. */
public final class UpdateExpression {
    private static final ParsedExpressions<UpdateNode> PARSED = new ParsedExpressions<>(UpdateParser::parse);

    private UpdateExpression() {}

    /**
     * Parses {@code text}, or remembers how it parsed, and binds it to the names and values of a request.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static Update parse(String text, ExpressionContext context) {
        UpdateBinder binder = new UpdateBinder(context);
        BoundUpdate update = binder.bind(PARSED.parse(text));
        return Update.of(update, binder.attributeNames());
    }
}
