package org.extenddb.console.workbench;

import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.extenddb.console.value.Attributes;
import org.extenddb.console.value.InvalidJsonException;
import org.extenddb.console.value.ItemText;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.ConditionExpression;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.KeyConditionExpression;
import org.extenddb.core.expression.ProjectionExpression;
import org.extenddb.core.expression.UpdateExpression;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * What an expression makes of an item.
 *
 * @param outcome true or false of a condition, the item of an update, what a projection leaves; null when it was refused
 * @param problem DynamoDB's words; null when it was not refused
 * @param caret the place in the expression, counted from 0; -1 where none is known
 */
public record Trial(@Nullable String outcome, @Nullable String problem, int caret) {
    /**
     * Evaluates an expression as a request with it would.
     *
     * @param kind as what it is sent
     * @param names ExpressionAttributeNames, JSON or empty
     * @param values ExpressionAttributeValues, DynamoDB's JSON or empty
     * @param item DynamoDB's JSON
     * @param key of the item's table, for a key condition
     */
    public static Trial of(
            ExpressionKind kind, String expression, String names, String values, String item, String key) {
        try {
            ExpressionContext context =
                    new ExpressionContext(names(names), values.isBlank() ? null : attributes(values));
            Item sample = new Item(attributes(item));
            String outcome = switch (kind) {
                case CONDITION, FILTER -> tested(kind, expression, context, sample);
                case KEY_CONDITION -> found(expression, context, sample, key);
                case PROJECTION ->
                    json(ProjectionExpression.parse(expression, context).apply(sample));
                case UPDATE ->
                    json(UpdateExpression.parse(expression, context)
                            .apply(sample)
                            .updated());
            };
            context.requireAllUsed();
            return new Trial(outcome, null, -1);
        } catch (InvalidExpressionException e) {
            return new Trial(null, e.getMessage(), Caret.in(expression, e.getMessage()));
        } catch (InvalidJsonException e) {
            return new Trial(null, e.getMessage(), -1);
        } catch (DynamoDbException e) {
            return new Trial(null, String.valueOf(e.getMessage()), -1);
        }
    }

    private static String tested(ExpressionKind kind, String expression, ExpressionContext context, Item item) {
        return Boolean.toString(
                ConditionExpression.parse(expression, kind, context).test(item));
    }

    /** Whether a Query of the item's table would find it: what is a condition on a key is a condition on items too. */
    private static String found(String expression, ExpressionContext context, Item item, String key) {
        KeySchema schema = KeyText.read(key);
        if (schema == null) {
            throw new InvalidJsonException("A key is one attribute or two, such as: pk S, sk N", 1, 1);
        }
        try {
            KeyConditionExpression.parse(expression, context).resolve(schema);
        } catch (InvalidExpressionException e) {
            throw e.getMessage().startsWith("Invalid ") ? e : ExpressionKind.KEY_CONDITION.invalid(e.getMessage());
        }
        return tested(ExpressionKind.KEY_CONDITION, expression, context, item);
    }

    private static String json(Item item) {
        return JsonText.pretty(JsonText.parse(ItemJson.write(item)));
    }

    private static @Nullable Map<String, String> names(String json) {
        if (json.isBlank()) {
            return null;
        }
        Map<String, String> names = new HashMap<>();
        JsonObject object = JsonText.parse(json);
        object.forEach((placeholder, name) ->
                names.put(placeholder, name instanceof JsonString text ? text.getString() : name.toString()));
        return names;
    }

    private static Map<String, AttributeValue> attributes(String json) {
        ItemText read = ItemText.read(json, false);
        if (read.item() == null) {
            throw new InvalidJsonException(String.valueOf(read.problem()), 1, 1);
        }
        return Objects.requireNonNull(Attributes.of(read.item())).orElseThrow(DynamoDbException::validation);
    }
}
