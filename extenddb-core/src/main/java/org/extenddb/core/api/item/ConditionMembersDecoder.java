package org.extenddb.core.api.item;

import java.util.Map;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Gathers {@link ConditionMembers} while a codec reads a request. */
final class ConditionMembersDecoder {
    private @Nullable String conditionExpression;
    private @Nullable Map<String, String> names;
    private @Nullable Decoded<Map<String, AttributeValue>> values;
    private @Nullable Map<String, ExpectedAttribute> expected;
    private @Nullable String conditionalOperator;

    /** Reads the member if it is one of these; otherwise leaves it alone and answers false. */
    boolean member(String name, JsonInput in) {
        switch (name) {
            case "ConditionExpression" -> conditionExpression = in.string();
            case "ExpressionAttributeNames" -> names = in.map(JsonInput::string);
            case "ExpressionAttributeValues" -> values = in.attributeMap();
            case "Expected" -> expected = in.map(LegacyMembers::expected);
            case "ConditionalOperator" -> conditionalOperator = in.string();
            default -> {
                return false;
            }
        }
        return true;
    }

    ConditionMembers members() {
        return new ConditionMembers(conditionExpression, names, values, expected, conditionalOperator);
    }
}
