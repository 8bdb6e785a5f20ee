package org.extenddb.engine.transaction;

import org.extenddb.core.api.transaction.ActionMembers;
import org.extenddb.core.api.transaction.TransactWriteItem;
import org.jspecify.annotations.Nullable;

/** The actions of TransactWriteItems. */
enum ActionType {
    CONDITION_CHECK("conditionCheck", "dynamodb:ConditionCheckItem"),
    PUT("put", "dynamodb:PutItem"),
    DELETE("delete", "dynamodb:DeleteItem"),
    UPDATE("update", "dynamodb:UpdateItem");

    private final String member;
    private final String iamAction;

    ActionType(String member, String iamAction) {
        this.member = member;
        this.iamAction = iamAction;
    }

    /** As DynamoDB's texts spell it. */
    String member() {
        return member;
    }

    String iamAction() {
        return iamAction;
    }

    /** This action of an element; null when the element has another one. */
    @Nullable
    ActionMembers of(TransactWriteItem item) {
        return switch (this) {
            case CONDITION_CHECK -> item.conditionCheck();
            case PUT -> item.put();
            case DELETE -> item.delete();
            case UPDATE -> item.update();
        };
    }
}
