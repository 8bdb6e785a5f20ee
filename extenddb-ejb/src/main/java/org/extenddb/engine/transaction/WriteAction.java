package org.extenddb.engine.transaction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.api.transaction.ActionMembers;
import org.extenddb.core.api.transaction.TransactWriteItem;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesAttributeValue;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.error.MessagesTransaction;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.expression.Update;
import org.extenddb.core.expression.UpdateExpression;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.NestingDepth;
import org.extenddb.core.wire.Decoded;
import org.extenddb.engine.data.RequestExpressions;
import org.extenddb.engine.data.Wording;
import org.extenddb.engine.item.WriteCondition;
import org.jspecify.annotations.Nullable;

/**
 * One action of TransactWriteItems that has passed every check that needs no table.
 *
 * @param attributes the item of a Put, the key of any other action
 * @param update of an Update alone
 * @param oldOnFailure whether a failed condition returns the item that failed it
 * @param size what the action counts towards the limit of the request
 */
record WriteAction(
        ActionType type,
        String tableName,
        Map<String, AttributeValue> attributes,
        @Nullable Update update,
        WriteCondition condition,
        boolean oldOnFailure,
        long size) {
    /**
     * Checks and parses the one action of an element whose members satisfy their constraints.
     *
     * @throws DynamoDbException ValidationException
     */
    static WriteAction of(TransactWriteItem item) {
        List<ActionType> types = new ArrayList<>();
        for (ActionType type : ActionType.values()) {
            if (type.of(item) != null) {
                types.add(type);
            }
        }
        if (types.isEmpty()) {
            throw DynamoDbException.validation(MessagesTransaction.NO_ACTION);
        }
        if (types.size() > 1) {
            throw DynamoDbException.validation(MessagesTransaction.SEVERAL_ACTIONS);
        }
        ActionType type = types.get(0);
        return of(type, Objects.requireNonNull(type.of(item)));
    }

    private static WriteAction of(ActionType type, ActionMembers members) {
        RequestExpressions expressions = new RequestExpressions(Wording.OLDER).anyDepth();
        if (type == ActionType.UPDATE) {
            expressions.expression("UpdateExpression", members.updateExpression());
        }
        ExpressionContext context = expressions
                .expression("ConditionExpression", members.conditionExpression())
                .context(members.expressionAttributeNames(), members.expressionAttributeValues());
        Map<String, AttributeValue> attributes = attributes(type, members);
        return Wording.OLDER.parsing(() -> {
            Update update = type == ActionType.UPDATE
                    ? UpdateExpression.parse(Objects.requireNonNull(members.updateExpression()), context)
                    : null;
            WriteCondition condition = WriteCondition.parse(condition(members), context);
            context.requireAllUsed();
            return new WriteAction(
                    type,
                    Objects.requireNonNull(members.tableName()),
                    attributes,
                    update,
                    condition,
                    "ALL_OLD".equals(members.returnValuesOnConditionCheckFailure()),
                    size(attributes, members.expressionAttributeValues()));
        });
    }

    private static Map<String, AttributeValue> attributes(ActionType type, ActionMembers members) {
        if (type != ActionType.PUT) {
            return Wording.OLDER.valid(Objects.requireNonNull(members.key()));
        }
        Map<String, AttributeValue> item = Wording.OLDER.valid(Objects.requireNonNull(members.item()));
        if (NestingDepth.exceedsLimit(new Item(item))) {
            throw DynamoDbException.validation(MessagesAttributeValue.NESTED_TOO_DEEP);
        }
        if (ItemSize.of(item) > ItemSize.MAX_ITEM) {
            throw DynamoDbException.validation(MessagesItem.PUT_TOO_LARGE);
        }
        return item;
    }

    private static ConditionMembers condition(ActionMembers members) {
        return new ConditionMembers(
                members.conditionExpression(),
                members.expressionAttributeNames(),
                members.expressionAttributeValues(),
                null,
                null);
    }

    private static long size(
            Map<String, AttributeValue> attributes, @Nullable Decoded<Map<String, AttributeValue>> values) {
        Map<String, AttributeValue> decoded = values == null ? null : values.value();
        long size = ItemSize.of(attributes);
        if (decoded != null) {
            for (AttributeValue value : decoded.values()) {
                size += ItemSize.ofValue(value);
            }
        }
        return size;
    }
}
