package org.extenddb.engine.item;

import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.api.item.ReturnMembers;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.data.RequestExpressions;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** The checks that single-item writes share, in DynamoDB's order. */
record WriteRequest(WriteOptions options, ConditionMembers members, ExpressionContext context) {
    /**
     * Checks the member constraints of PutItem and DeleteItem.
     *
     * @param member the name of the item or key
     * @return the table's name
     */
    static String checkMembers(
            @Nullable String tableName, String member, @Nullable Object value, ReturnMembers returns) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, tableName);
        violations.required(member, value);
        if (member.equals("item")) {
            WriteOptions.checkFirst(violations, returns);
        } else {
            WriteOptions.checkEach(violations, returns);
        }
        violations.check();
        return required(tableName);
    }

    /** Reads what stands beside the item or key, short of parsing the condition. */
    static WriteRequest of(ConditionMembers members, ReturnMembers returns) {
        ExpressionContext context = new RequestExpressions(Wording.ENVELOPE)
                .legacy("Expected", members.expected())
                .legacy("ConditionalOperator", members.conditionalOperator())
                .expression("ConditionExpression", members.conditionExpression())
                .context(members.expressionAttributeNames(), members.expressionAttributeValues());
        return new WriteRequest(WriteOptions.of(returns), members, context);
    }

    /** Parses the condition, the only expression of the request. */
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
