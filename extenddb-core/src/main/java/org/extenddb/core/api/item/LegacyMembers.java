package org.extenddb.core.api.item;

import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.Decoded;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Reads the elements of the legacy parameters. */
public final class LegacyMembers {
    private @Nullable Decoded<AttributeValue> value;
    private @Nullable Decoded<List<AttributeValue>> valueList;
    private @Nullable Boolean exists;
    private @Nullable String comparisonOperator;
    private @Nullable String action;

    private LegacyMembers() {}

    /** An element of Expected. */
    public static ExpectedAttribute expected(JsonInput in) {
        LegacyMembers members = read(in);
        return new ExpectedAttribute(members.value, members.exists, members.comparisonOperator, members.valueList);
    }

    /** An element of AttributeUpdates. */
    public static AttributeUpdate update(JsonInput in) {
        LegacyMembers members = read(in);
        return new AttributeUpdate(members.value, members.action);
    }

    /** An element of KeyConditions, QueryFilter or ScanFilter. */
    public static LegacyCondition condition(JsonInput in) {
        LegacyMembers members = read(in);
        return new LegacyCondition(members.comparisonOperator, members.valueList);
    }

    private static LegacyMembers read(JsonInput in) {
        LegacyMembers members = new LegacyMembers();
        in.object(members::member);
        return members;
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "Value" -> value = in.attributeValue();
            case "AttributeValueList" -> valueList = in.attributeList();
            case "Exists" -> exists = in.bool();
            case "ComparisonOperator" -> comparisonOperator = in.string();
            case "Action" -> action = in.string();
            default -> in.skip();
        }
    }
}
