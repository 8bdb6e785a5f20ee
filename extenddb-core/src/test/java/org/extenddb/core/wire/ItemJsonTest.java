package org.extenddb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;

class ItemJsonTest {
    @Test
    void write_everyType_isCanonical() {
        String sent = """
                { "s" : {"S": "a\\u0000\\"\\\\\\n/\\u00e9"}, "n": {"N": "+01.50e1"}, "b": {"B": "AP8="}, "t": {"BOOL": true},
                  "f": {"BOOL": false}, "z": {"NULL": true}, "ss": {"SS": ["b", "a", ""]}, "ns": {"NS": ["10", "9", "-1"]},
                  "bs": {"BS": ["/w==", "AA=="]}, "l": {"L": [{"S": ""}, {"L": []}]}, "m": {"M": {"x": {"M": {}}}} }""";

        assertThat(new String(ItemJson.write(item(sent)), UTF_8))
                .isEqualTo("{\"s\":{\"S\":\"a\\u0000\\\"\\\\\\n/é\"},\"n\":{\"N\":\"15\"},\"b\":{\"B\":\"AP8=\"},"
                        + "\"t\":{\"BOOL\":true},\"f\":{\"BOOL\":false},\"z\":{\"NULL\":true},\"ss\":{\"SS\":[\"\",\"a\",\"b\"]},"
                        + "\"ns\":{\"NS\":[\"-1\",\"9\",\"10\"]},\"bs\":{\"BS\":[\"AA==\",\"/w==\"]},"
                        + "\"l\":{\"L\":[{\"S\":\"\"},{\"L\":[]}]},\"m\":{\"M\":{\"x\":{\"M\":{}}}}}");
    }

    @Test
    void read_whatWasWritten_isEqual() {
        Seeds.forEach(5_000, random -> {
            Item item = new RandomValues(random).item();
            byte[] json = ItemJson.write(item);

            assertThat(ItemJson.read(json)).isEqualTo(item);
            assertThat(item(new String(json, UTF_8))).isEqualTo(item);
            assertThat(ItemJson.write(ItemJson.read(json))).isEqualTo(json);
        });
    }

    @Test
    void readAttributes_some_areThoseOfTheItem() {
        Seeds.forEach(5_000, random -> {
            Item item = new RandomValues(random).item();
            Set<String> wanted = new HashSet<>();
            item.attributes().keySet().stream()
                    .filter(n -> random.nextBoolean())
                    .forEach(wanted::add);
            wanted.add("absent");
            Map<String, AttributeValue> expected = new LinkedHashMap<>(item.attributes());
            expected.keySet().retainAll(wanted);

            assertThat(ItemJson.readAttributes(ItemJson.write(item), wanted)).isEqualTo(new Item(expected));
        });
    }

    private static Item item(String json) {
        Decoded<Map<String, AttributeValue>> decoded = new ItemBody(json).item;
        assertThat(decoded.problem()).isNull();
        return new Item(decoded.value());
    }

    /** A body whose one member is an item. */
    private static final class ItemBody {
        private Decoded<Map<String, AttributeValue>> item;

        ItemBody(String json) {
            JsonInput.of(("{\"Item\":" + json + "}").getBytes(UTF_8)).object((name, in) -> item = in.attributeMap());
        }
    }
}
