package org.extenddb.engine.item;

import org.extenddb.core.api.item.ConditionMembers;
import org.extenddb.core.api.item.ReturnMembers;
import org.extenddb.core.api.item.UpdateItemRequest;
import org.extenddb.core.expression.ExpressionContext;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.data.LegacyConstraints;
import org.extenddb.engine.data.RequestExpressions;
import org.extenddb.engine.data.Wording;
import org.jspecify.annotations.Nullable;

/** The checks that single-item writes share, in DynamoDB's order. */
record WriteRequest(WriteOptions options, ConditionMembers members, ExpressionContext context) {
    /** The violations of the members that every write must have. */
    static Violations required(@Nullable String tableName, String member, @Nullable Object value) {
        Violations violations = new Violations();
        TableNames.checkTable(violations, tableName);
        return violations.required(member, value);
    }

    /**
     * Checks the constraints of the other members and reports all violations.
     *
     * @param firstEnumOnly whether the operation reports the first bad enum alone
     */
    static void check(Violations violations, ConditionMembers condition, ReturnMembers returns, boolean firstEnumOnly) {
        if (firstEnumOnly) {
            WriteOptions.checkFirst(violations, returns);
        } else {
            WriteOptions.checkEach(violations, returns);
        }
        LegacyConstraints.expected(violations, condition.expected(), condition.conditionalOperator());
        violations.check();
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
