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
import org.extenddb.core.expression.UpdateExpression;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * What an expression makes of an item.
 *
 * @param outcome true or false of a condition, the item of an update; null when it was refused
 * @param problem DynamoDB's words; null when it was not refused
 * @param caret the place in the expression, counted from 0; -1 where none is known
 */
public record Trial(@Nullable String outcome, @Nullable String problem, int caret) {
    /**
     * Evaluates an expression as a request with it would.
     *
     * @param update whether it is an update, and not a condition
     * @param names ExpressionAttributeNames, JSON or empty
     * @param values ExpressionAttributeValues, DynamoDB's JSON or empty
     * @param item DynamoDB's JSON
     */
    public static Trial of(boolean update, String expression, String names, String values, String item) {
        try {
            ExpressionContext context =
                    new ExpressionContext(names(names), values.isBlank() ? null : attributes(values));
            Item sample = new Item(attributes(item));
            String outcome = update ? updated(expression, context, sample) : tested(expression, context, sample);
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

    private static String tested(String expression, ExpressionContext context, Item item) {
        return Boolean.toString(ConditionExpression.parse(expression, ExpressionKind.CONDITION, context)
                .test(item));
    }

    private static String updated(String expression, ExpressionContext context, Item item) {
        Item after = UpdateExpression.parse(expression, context).apply(item).updated();
        return JsonText.pretty(JsonText.parse(ItemJson.write(after)));
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
