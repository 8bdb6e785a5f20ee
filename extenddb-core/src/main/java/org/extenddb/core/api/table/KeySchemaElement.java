package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** One attribute of a key, as sent. */
public record KeySchemaElement(
        @Nullable String attributeName, @Nullable String keyType) {
    public static final String HASH = "HASH";
    public static final String RANGE = "RANGE";

    static KeySchemaElement decode(JsonInput in) {
        StringMembers members = StringMembers.decode(in, "AttributeName", "KeyType");
        return new KeySchemaElement(members.first(), members.second());
    }

    /** As DynamoDB's texts show it. */
    @Override
    public String toString() {
        return "KeySchemaElement(attributeName=" + attributeName + ", keyType=" + keyType + ")";
    }
}
