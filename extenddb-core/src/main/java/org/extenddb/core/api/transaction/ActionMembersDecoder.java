package org.extenddb.core.api.transaction;

import java.util.Map;
import org.extenddb.core.api.query.NamedValues;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Reads one action of a transaction. */
final class ActionMembersDecoder {
    private @Nullable String tableName;
    private @Nullable Decoded<Map<String, AttributeValue>> item;
    private @Nullable Decoded<Map<String, AttributeValue>> key;
    private @Nullable String updateExpression;
    private @Nullable String conditionExpression;
    private @Nullable Map<String, String> names;
    private @Nullable Decoded<Map<String, AttributeValue>> values;
    private @Nullable String onConditionCheckFailure;

    private ActionMembersDecoder() {}

    static @Nullable ActionMembers read(JsonInput in) {
        ActionMembersDecoder decoder = new ActionMembersDecoder();
        return in.object(decoder::member) ? decoder.members() : null;
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "Item" -> item = in.attributeMap();
            case "Key" -> key = in.attributeMap();
            case "UpdateExpression" -> updateExpression = in.string();
            case "ConditionExpression" -> conditionExpression = in.string();
            case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
            case "ExpressionAttributeValues" -> values = NamedValues.read(in);
            case "ReturnValuesOnConditionCheckFailure" -> onConditionCheckFailure = in.string();
            default -> in.skip();
        }
    }

    private ActionMembers members() {
        return new ActionMembers(
                tableName, item, key, updateExpression, conditionExpression, names, values, onConditionCheckFailure);
    }
}
