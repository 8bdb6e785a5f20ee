package org.extenddb.core.expression;

import java.util.EnumMap;
import java.util.Map;
import org.extenddb.core.expression.ast.ConditionNode;
import org.extenddb.core.expression.bind.ConditionBinder;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.parse.ConditionParser;

/** Condition and filter expressions. */
public final class ConditionExpression {
    private static final Map<ExpressionKind, ParsedExpressions<ConditionNode>> PARSED = caches();

    private ConditionExpression() {}

    /**
     * Parses {@code text}, or remembers how it parsed, and binds it to the names and values of a request.
     *
     * @param kind CONDITION or FILTER; messages name it
     * @throws org.extenddb.core.expression.error.InvalidExpressionException in DynamoDB's words
     */
    public static Condition parse(String text, ExpressionKind kind, ExpressionContext context) {
        ConditionBinder binder = new ConditionBinder(kind, context);
        return new Condition(binder.bind(syntax(text, kind)), binder.attributeNames(), binder.nestedAttributeNames());
    }

    static ConditionNode syntax(String text, ExpressionKind kind) {
        ParsedExpressions<ConditionNode> cache = PARSED.get(kind);
        if (cache == null) {
            throw new IllegalArgumentException(kind + " is no condition");
        }
        return cache.parse(text);
    }

    private static Map<ExpressionKind, ParsedExpressions<ConditionNode>> caches() {
        Map<ExpressionKind, ParsedExpressions<ConditionNode>> caches = new EnumMap<>(ExpressionKind.class);
        for (ExpressionKind kind :
                new ExpressionKind[] {ExpressionKind.CONDITION, ExpressionKind.FILTER, ExpressionKind.KEY_CONDITION}) {
            caches.put(kind, new ParsedExpressions<>(text -> ConditionParser.parse(text, kind)));
        }
        return caches;
    }
}
