package org.extenddb.console.value;

import jakarta.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** DynamoDB's JSON of an item, as requests are decoded. */
public final class Attributes {
    private Attributes() {}

    /** Null where no value has a type at all. */
    public static @Nullable Decoded<Map<String, AttributeValue>> of(JsonObject item) {
        List<Decoded<Map<String, AttributeValue>>> read = new ArrayList<>();
        byte[] body = ("{\"Item\":" + item + "}").getBytes(StandardCharsets.UTF_8);
        JsonInput.of(body).object((name, value) -> {
            Decoded<Map<String, AttributeValue>> attributes = value.attributeMap();
            if (attributes != null) {
                read.add(attributes);
            }
        });
        return read.isEmpty() ? null : read.get(0);
    }
}
