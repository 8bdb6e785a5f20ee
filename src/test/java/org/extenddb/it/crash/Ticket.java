package org.extenddb.it.crash;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** An item whose attributes all follow from its value, so that one that was written in part is told at once. */
final class Ticket {
    private static final int GROUPS = 5;
    private static final int PADDING = 40;

    private Ticket() {}

    static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk));
    }

    static Map<String, AttributeValue> of(String pk, long value) {
        Map<String, AttributeValue> item = new HashMap<>(key(pk));
        item.put("val", number(value));
        item.put("text", AttributeValue.fromS(text(value)));
        if (isIndexed(value)) {
            item.put("grp", AttributeValue.fromS(group(value)));
        }
        return item;
    }

    /** Every fourth value is in no index. */
    static boolean isIndexed(long value) {
        return value % 4 != 0;
    }

    static String group(long value) {
        return "group-" + value % GROUPS;
    }

    static String text(long value) {
        return ("[" + value + "]").repeat(PADDING);
    }

    static AttributeValue number(long value) {
        return AttributeValue.fromN(Long.toString(value));
    }

    /** The value of an item, which may be absent. */
    static long value(@Nullable Map<String, AttributeValue> item) {
        return item == null || item.isEmpty()
                ? Ledger.ABSENT
                : Long.parseLong(item.get("val").n());
    }

    /** Whether the item is just what its value makes of it. */
    static boolean isWhole(String pk, @Nullable Map<String, AttributeValue> item) {
        return item == null || item.isEmpty() || item.equals(of(pk, value(item)));
    }
}
