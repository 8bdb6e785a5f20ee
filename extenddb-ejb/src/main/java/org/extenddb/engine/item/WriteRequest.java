package org.extenddb.engine.item;

import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.api.item.ReturnMembers;
import org.extenddb.core.api.item.UpdateItemRequest;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.data.RequestExpressions;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** The checks that single-item writes share, in DynamoDB's order. */
record WriteRequest(WriteOptions options, ConditionMembers members, ExpressionContext context) {
    /**
     * Checks the member constraints of DeleteItem and, with {@code firstEnumOnly}, of UpdateItem.
     *
     * @return the table's name
     */
    static String checkMembers(
            @Nullable String tableName, @Nullable Object key, ReturnMembers returns, boolean firstEnumOnly) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, tableName);
        violations.required("key", key);
        return check(violations, tableName, returns, firstEnumOnly);
    }

    /**
     * Checks the member constraints of PutItem.
     *
     * @return the table's name
     */
    static String checkPutMembers(@Nullable String tableName, @Nullable Object item, ReturnMembers returns) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, tableName);
        violations.required("item", item);
        return check(violations, tableName, returns, true);
    }

    private static String check(
            Violations violations, @Nullable String tableName, ReturnMembers returns, boolean firstEnumOnly) {
        if (firstEnumOnly) {
            WriteOptions.checkFirst(violations, returns);
        } else {
            WriteOptions.checkEach(violations, returns);
        }
        violations.check();
        return required(tableName);
    }

    /** Reads what stands beside the item or key, short of parsing expressions. */
    static WriteRequest of(ConditionMembers members, ReturnMembers returns) {
        return of(new RequestExpressions(Wording.ENVELOPE), members, returns);
    }

    /** The same of an update, which has one more expression. */
    static WriteRequest ofUpdate(UpdateItemRequest request) {
        RequestExpressions expressions = new RequestExpressions(Wording.ENVELOPE)
                .legacy("AttributeUpdates", request.attributeUpdates())
                .expression("UpdateExpression", request.updateExpression());
        return of(expressions, request.condition(), request.returns());
    }

    private static WriteRequest of(RequestExpressions expressions, ConditionMembers members, ReturnMembers returns) {
        ExpressionContext context = expressions
                .legacy("Expected", members.expected())
                .legacy("ConditionalOperator", members.conditionalOperator())
                .expression("ConditionExpression", members.conditionExpression())
                .context(members.expressionAttributeNames(), members.expressionAttributeValues());
        return new WriteRequest(WriteOptions.of(returns), members, context);
    }

    /** Parses the condition, the last expression of the request. */
    WriteCondition condition() {
        return Wording.ENVELOPE.parsing(() -> {
            WriteCondition condition = WriteCondition.parse(members, context);
            context.requireAllUsed();
            return condition;
        });
    }

    /** A member that the constraints have shown to be there. */
    static <T> T required(@Nullable T member) {
        if (member == null) {
            throw new IllegalStateException("a required member is missing");
        }
        return member;
    }
}
