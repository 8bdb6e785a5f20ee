package org.extenddb.core.api.table;

import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** The type of a key attribute, as sent. */
public record AttributeDefinition(
        @Nullable String attributeName, @Nullable String attributeType) {
    static AttributeDefinition decode(JsonInput in) {
        StringMembers members = StringMembers.decode(in, "AttributeName", "AttributeType");
        return new AttributeDefinition(members.first(), members.second());
    }

    /** As DynamoDB's texts show it. */
    @Override
    public String toString() {
        return "AttributeDefinition(attributeName=" + attributeName + ", attributeType=" + attributeType + ")";
    }
}
