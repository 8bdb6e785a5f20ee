package org.extenddb.core.api.query;

import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** ExpressionAttributeValues as DynamoDB's older layer reads them: a problem names the value that has it. */
public final class NamedValues {
    private NamedValues() {}

    /** The member; null when it is absent. */
    public static @Nullable Decoded<Map<String, AttributeValue>> read(JsonInput in) {
        Map<String, Decoded<AttributeValue>> entries = in.map(JsonInput::attributeValue);
        if (entries == null) {
            return null;
        }
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        for (Map.Entry<String, Decoded<AttributeValue>> entry : entries.entrySet()) {
            String problem = entry.getValue().olderProblem();
            AttributeValue value = entry.getValue().value();
            if (problem != null || value == null) {
                return Decoded.invalid(MessagesItem.invalidExpressionValue(String.valueOf(problem), entry.getKey()));
            }
            values.put(entry.getKey(), value);
        }
        return Decoded.valid(values);
    }
}
