package org.extenddb.console.value;

import jakarta.json.JsonObject;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/**
 * An item as it stands in the editor.
 *
 * @param item in DynamoDB's JSON; null where {@code problem} is not
 * @param size in bytes as DynamoDB counts
 * @param problem why it cannot be saved, in DynamoDB's words where it has some; null when it can
 */
public record ItemText(
        @Nullable JsonObject item, int size, @Nullable String problem) {
    private static final String NOT_TYPED =
            "DynamoDB's JSON names the type of each value: {\"name\": {\"S\": \"Ada\"}}.";

    /**
     * Reads an item.
     *
     * @param plain whether it is ordinary JSON and not DynamoDB's
     */
    public static ItemText read(String text, boolean plain) {
        try {
            JsonObject parsed = JsonText.parse(text);
            return check(plain ? PlainJson.toItem(parsed) : parsed);
        } catch (InvalidJsonException e) {
            return faulty(e.getMessage());
        } catch (ArithmeticException | NumberFormatException | UnsupportedOperationException e) {
            return faulty("A number here is larger than DynamoDB can store.");
        } catch (DynamoDbException e) {
            return faulty(e.getMessage());
        }
    }

    private static ItemText check(JsonObject item) {
        Decoded<Map<String, AttributeValue>> read = Attributes.of(item);
        Map<String, AttributeValue> attributes = read == null ? null : read.value();
        if (attributes == null) {
            return faulty(read == null ? null : read.problem());
        }
        int size = ItemSize.of(attributes);
        return size > ItemSize.MAX_ITEM
                ? new ItemText(null, size, "Item size has exceeded the maximum allowed size")
                : new ItemText(item, size, null);
    }

    private static ItemText faulty(@Nullable String problem) {
        return new ItemText(null, 0, problem == null ? NOT_TYPED : problem);
    }
}
