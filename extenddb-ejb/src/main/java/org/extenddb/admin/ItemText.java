package org.extenddb.admin;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Attributes as people write them: DynamoDB JSON, {@code {"pk":{"S":"a"}}}. */
public final class ItemText {
    private static final String MEMBER = "attributes";

    private ItemText() {}

    /** @throws AdminException INVALID when the text is none, or has a value that no attribute has */
    public static Map<String, AttributeValue> attributes(String json) {
        Members members = new Members();
        try {
            JsonInput.of(("{\"" + MEMBER + "\":" + json + "}").getBytes(StandardCharsets.UTF_8))
                    .object(members::member);
        } catch (DynamoDbException e) {
            throw AdminException.of(AdminError.INVALID, String.valueOf(e.getMessage()));
        }
        Decoded<Map<String, AttributeValue>> read = members.read;
        Map<String, AttributeValue> attributes = read == null ? null : read.value();
        if (attributes == null) {
            throw AdminException.of(
                    AdminError.INVALID,
                    read == null || read.problem() == null ? MessagesAdmin.BAD_KEY : read.problem());
        }
        return attributes;
    }

    private static final class Members {
        private @Nullable Decoded<Map<String, AttributeValue>> read;

        void member(String name, JsonInput in) {
            if (name.equals(MEMBER)) {
                read = in.attributeMap();
            }
        }
    }
}
