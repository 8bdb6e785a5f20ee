package org.extenddb.it.large;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

/** Items of about 300 bytes that follow from their number and version alone. */
final class Numbered {
    private static final String FILLER = "some text that makes an item as long as many are ".repeat(4);

    private Numbered() {}

    static Map<String, AttributeValue> item(int number, int version) {
        Map<String, AttributeValue> item = new HashMap<>();
        item.put("pk", AttributeValue.fromS(pk(number)));
        item.put("version", AttributeValue.fromN(Integer.toString(version)));
        item.put("group", AttributeValue.fromN(Integer.toString(number % 1_000)));
        item.put("owner", AttributeValue.fromS("owner " + number / 10));
        item.put("value", AttributeValue.fromN(Long.toString(value(number, version))));
        item.put("filler", AttributeValue.fromS(FILLER));
        return item;
    }

    /** A line of an import. */
    static String line(int number) {
        return "{\"Item\":{\"pk\":{\"S\":\"" + pk(number) + "\"},\"version\":{\"N\":\"0\"},\"group\":{\"N\":\""
                + number % 1_000
                + "\"},\"owner\":{\"S\":\"owner " + number / 10 + "\"},\"value\":{\"N\":\"" + value(number, 0)
                + "\"},\"filler\":{\"S\":\"" + FILLER + "\"}}}\n";
    }

    static String pk(int number) {
        return "item " + number;
    }

    static int number(Map<String, AttributeValue> item) {
        return Integer.parseInt(item.get("pk").s().substring("item ".length()));
    }

    private static long value(int number, int version) {
        CRC32 sum = new CRC32();
        sum.update((number + "." + version).getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }
}
