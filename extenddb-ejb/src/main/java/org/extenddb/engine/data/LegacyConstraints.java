package org.extenddb.engine.data;

import java.util.List;
import java.util.Map;
import org.extenddb.core.api.item.AttributeUpdate;
import org.extenddb.core.api.item.ExpectedAttribute;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.validation.EnumMember;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** Member constraints of the legacy parameters. */
public final class LegacyConstraints {
    private static final List<String> ACTIONS = List.of("ADD", "PUT", "DELETE");
    private static final List<String> CONDITIONAL_OPERATORS = List.of("OR", "AND");

    private static final List<String> COMPARISON_OPERATORS = List.of(
            "IN",
            "NULL",
            "BETWEEN",
            "LT",
            "NOT_CONTAINS",
            "EQ",
            "GT",
            "NOT_NULL",
            "NE",
            "LE",
            "BEGINS_WITH",
            "GE",
            "CONTAINS");

    private LegacyConstraints() {}

    /** Expected and ConditionalOperator. */
    public static void expected(
            Violations violations, @Nullable Map<String, ExpectedAttribute> expected, @Nullable String operator) {
        conditionalOperator(violations, operator);
        if (expected != null) {
            expected.forEach((attribute, condition) ->
                    comparison(violations, "expected", attribute, condition.comparisonOperator()));
        }
    }

    /**
     * KeyConditions, QueryFilter or ScanFilter.
     *
     * @param member as DynamoDB's texts spell it, such as {@code keyConditions}
     */
    public static void conditions(
            Violations violations, String member, @Nullable Map<String, LegacyCondition> conditions) {
        if (conditions != null) {
            conditions.forEach((attribute, condition) -> {
                violations.required(
                        member + "." + attribute + ".member.comparisonOperator", condition.comparisonOperator());
                comparison(violations, member, attribute, condition.comparisonOperator());
            });
        }
    }

    public static void updates(Violations violations, @Nullable Map<String, AttributeUpdate> updates) {
        if (updates != null) {
            updates.forEach((attribute, update) -> violations.oneOf(
                    new EnumMember("attributeUpdates." + attribute + ".member.action", update.action(), ACTIONS)));
        }
    }

    public static void conditionalOperator(Violations violations, @Nullable String operator) {
        violations.oneOf(new EnumMember("conditionalOperator", operator, CONDITIONAL_OPERATORS));
    }

    private static void comparison(Violations violations, String member, String attribute, @Nullable String operator) {
        violations.oneOf(new EnumMember(
                member + "." + attribute + ".member.comparisonOperator", operator, COMPARISON_OPERATORS));
    }
}
