package org.extenddb.engine.item;

import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.expression.Condition;
import org.extenddb.core.expression.ConditionExpression;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.legacy.LegacyConditions;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * The condition of a write.
 *
 * @param condition null when there is none
 * @param absentAttribute the attribute, when the whole condition is that it does not exist
 */
public record WriteCondition(
        @Nullable Condition condition, @Nullable String absentAttribute) {
    private static final Pattern ABSENT = Pattern.compile("\\s*attribute_not_exists\\s*\\(\\s*(#?\\w+)\\s*\\)\\s*");

    /** Parses the condition of a request, which may have none. */
    public static WriteCondition parse(ConditionMembers members, ExpressionContext context) {
        String text = members.conditionExpression();
        if (text == null) {
            return new WriteCondition(
                    LegacyConditions.expected(members.expected(), members.conditionalOperator()), null);
        }
        return new WriteCondition(
                ConditionExpression.parse(text, ExpressionKind.CONDITION, context),
                absentAttribute(text, members.expressionAttributeNames()));
    }

    private static @Nullable String absentAttribute(String text, @Nullable Map<String, String> names) {
        Matcher matcher = ABSENT.matcher(text);
        if (!matcher.matches()) {
            return null;
        }
        String attribute = matcher.group(1);
        return attribute.startsWith("#") && names != null ? names.get(attribute) : attribute;
    }

    public boolean isPresent() {
        return condition != null;
    }

    /** Whether it holds only if there is no such item: every item has its hash key. */
    boolean wantsAbsence(KeySchema schema) {
        return absentAttribute != null
                && absentAttribute.equals(schema.hash().get(0).name());
    }

    /**
     * Tests it.
     *
     * @return the error when it does not hold, else null
     */
    @Nullable
    DynamoDbException failure(@Nullable StoredItem current, boolean returnItem) {
        if (condition == null || condition.test(current == null ? Item.EMPTY : ItemJson.read(current.json()))) {
            return null;
        }
        return DynamoDbException.conditionFailed(
                MessagesItem.CONDITION_FAILED, returnItem && current != null ? current.json() : null);
    }
}
