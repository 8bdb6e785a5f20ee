package org.extenddb.engine.transaction;

import java.util.List;
import org.extenddb.core.api.transaction.ActionMembers;
import org.extenddb.core.api.transaction.GetMembers;
import org.extenddb.core.api.transaction.TransactGetItem;
import org.extenddb.core.api.transaction.TransactWriteItem;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** Member constraints of TransactItems. */
final class ActionConstraints {
    static final int MAX_ACTIONS = 100;

    private static final String MEMBER = "transactItems";
    private static final List<String> ON_FAILURE = List.of("ALL_OLD", "NONE");

    private ActionConstraints() {}

    static void writes(Violations violations, @Nullable List<TransactWriteItem> items) {
        if (!isOfRightLength(violations, items) || items == null) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            for (ActionType type : ActionType.values()) {
                ActionMembers action = type.of(items.get(i));
                if (action != null) {
                    write(violations, path(i, type.member()), type, action);
                }
            }
        }
    }

    static void gets(Violations violations, @Nullable List<TransactGetItem> items) {
        if (!isOfRightLength(violations, items) || items == null) {
            return;
        }
        for (int i = 0; i < items.size(); i++) {
            GetMembers get = items.get(i).get();
            violations.required(MEMBER + "." + (i + 1) + ".member.get", get);
            if (get != null) {
                TableNames.checkTable(violations, path(i, "get") + "tableName", get.tableName());
                violations.required(path(i, "get") + "key", get.key());
            }
        }
    }

    private static boolean isOfRightLength(Violations violations, @Nullable List<?> items) {
        if (items == null) {
            violations.required(MEMBER, null);
            return false;
        }
        violations.size(MEMBER, items, items.size(), 1, MAX_ACTIONS);
        return items.size() <= MAX_ACTIONS;
    }

    private static void write(Violations violations, String path, ActionType type, ActionMembers action) {
        TableNames.checkTable(violations, path + "tableName", action.tableName());
        if (type == ActionType.PUT) {
            violations.required(path + "item", action.item());
        } else {
            violations.required(path + "key", action.key());
        }
        if (type == ActionType.UPDATE) {
            violations.required(path + "updateExpression", action.updateExpression());
        } else if (type == ActionType.CONDITION_CHECK) {
            violations.required(path + "conditionExpression", action.conditionExpression());
        }
        violations.oneOf(new EnumMember(
                path + "returnValuesOnConditionCheckFailure",
                action.returnValuesOnConditionCheckFailure(),
                ON_FAILURE));
    }

    private static String path(int index, String action) {
        return MEMBER + "." + (index + 1) + ".member." + action + ".";
    }
}
