package org.extenddb.engine.data;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.ProjectionExpression;
import org.extenddb.core.expression.ProjectionPaths;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.jspecify.annotations.Nullable;

/**
 * The part of items that a read asks for, by ProjectionExpression or AttributesToGet.
 *
 * @param attributes the top-level attributes it looks at
 * @param nested those of them that it looks into
 */
public record ItemProjection(Set<String> attributes, Set<String> nested, UnaryOperator<Item> cut) {
    /** Of a request without other expressions; null when it asks for whole items. */
    public static @Nullable ItemProjection of(
            @Nullable String expression, @Nullable List<String> attributesToGet, @Nullable Map<String, String> names) {
        ExpressionContext context = new RequestExpressions(Wording.BARE)
                .legacy("AttributesToGet", attributesToGet)
                .expression("ProjectionExpression", expression)
                .context(names, null);
        if (attributesToGet != null) {
            return ofNames(attributesToGet);
        }
        return Wording.BARE.parsing(() -> {
            ItemProjection projection = expression == null ? null : parse(expression, context);
            context.requireAllUsed();
            return projection;
        });
    }

    /** Of a ProjectionExpression. */
    public static ItemProjection parse(String expression, ExpressionContext context) {
        ProjectionPaths paths = ProjectionExpression.parse(expression, context);
        return new ItemProjection(paths.attributeNames(), paths.nestedAttributeNames(), paths::apply);
    }

    /** Of AttributesToGet. */
    public static ItemProjection ofNames(List<String> names) {
        Set<String> seen = new HashSet<>();
        for (String name : names) {
            if (!seen.add(name)) {
                throw Wording.BARE.apply(MessagesItem.duplicateAttributeToGet(name));
            }
        }
        return new ItemProjection(new LinkedHashSet<>(names), Set.of(), item -> cut(item, seen));
    }

    /** Refuses one that looks into a key attribute; there need be none. */
    public static void check(@Nullable ItemProjection projection, TablePlan plan) {
        if (projection != null) {
            KeyPaths.check(plan, projection.nested);
        }
    }

    /** What a read that has no Select selects. */
    public static String select(@Nullable ItemProjection projection) {
        return projection == null ? "ALL_ATTRIBUTES" : "SPECIFIC_ATTRIBUTES";
    }

    public Item apply(Item item) {
        return cut.apply(item);
    }

    private static Item cut(Item item, Set<String> names) {
        Map<String, AttributeValue> part = new LinkedHashMap<>();
        item.attributes().forEach((name, value) -> {
            if (names.contains(name)) {
                part.put(name, value);
            }
        });
        return new Item(part);
    }
}
