package org.extenddb.core.expression;

import org.extenddb.core.expression.bind.KeyConditionBinder;
import org.extenddb.core.expression.error.ExpressionKind;

/**
 * Key-condition expressions.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Query.KeyConditionExpressions.html">Key condition expressions</a>
 */
public final class KeyConditionExpression {
    private KeyConditionExpression() {}

    /**
     * Parses {@code text}, or remembers how it parsed, and binds it to the names and values of a request. Needs no table.
     *
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static KeyCondition parse(String text, ExpressionContext context) {
        return new KeyCondition(
                new KeyConditionBinder(context).bind(ConditionExpression.syntax(text, ExpressionKind.KEY_CONDITION)));
    }
}
