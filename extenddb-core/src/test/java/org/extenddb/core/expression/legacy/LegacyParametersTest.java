package org.extenddb.core.expression.legacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.item.AttributeUpdate;
import org.extenddb.core.api.item.ExpectedAttribute;
import org.extenddb.core.api.item.LegacyCondition;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.Update;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LegacyParametersTest {
    private static final String INVALID = "One or more parameter values were invalid: ";
    private static final AttributeValue TRUE = new AttributeValue.BooleanValue(true);
    private static final Item ITEM = new Item(Map.of(
            "s",
            string("hello"),
            "n",
            number(5),
            "l",
            new AttributeValue.ListValue(List.of(number(1))),
            "ss",
            set("a", "b")));

    // Filters

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvSource({
        "s, EQ, hello, true",
        "s, NE, hello, false",
        "gone, EQ, hello, false",
        "gone, NE, hello, true",
        "s, LT, hellp, true",
        "s, LE, hello, true",
        "s, GT, hello, false",
        "s, GE, hello, true",
        "s, BEGINS_WITH, he, true",
        "s, CONTAINS, ell, true",
        "s, NOT_CONTAINS, ell, false",
        "s, NOT_CONTAINS, x, true",
        "gone, NOT_CONTAINS, x, false",
        "ss, CONTAINS, b, true",
        "s, IN, hello, true",
        "n, EQ, 5, false"
    })
    void filter_operator_holds(String name, String operator, String operand, boolean holds) {
        assertThat(test(name, operator, string(operand))).isEqualTo(holds);
    }

    @Test
    void filter_nullAndBetween_hold() {
        assertThat(test("gone", "NULL")).isTrue();
        assertThat(test("s", "NOT_NULL")).isTrue();
        assertThat(test("n", "BETWEEN", number(5), number(6))).isTrue();
    }

    @Test
    void filter_conditionalOperator_joins() {
        Map<String, LegacyCondition> filter = new LinkedHashMap<>();
        filter.put("s", condition("EQ", string("hello")));
        filter.put("n", condition("EQ", number(9)));
        assertThat(Objects.requireNonNull(LegacyConditions.filter(filter, "OR")).test(ITEM))
                .isTrue();
        assertThat(Objects.requireNonNull(LegacyConditions.filter(filter, null)).test(ITEM))
                .isFalse();
        assertThat(LegacyConditions.filter(null, null)).isNull();
    }

    @Test
    void filter_conditionalOperatorAlone_isRejected() {
        assertThatThrownBy(() -> LegacyConditions.filter(null, "OR"))
                .hasMessage("ConditionalOperator cannot be used without Filter or Expected");
        assertThatThrownBy(() -> LegacyConditions.filter(Map.of("s", condition("NULL")), "OR"))
                .hasMessage("ConditionalOperator can only be used when Filter or Expected has two or more elements");
    }

    @Test
    void filter_operands_areChecked() {
        assertThatThrownBy(() -> test("s", "EQ"))
                .hasMessage(INVALID + "Invalid number of argument(s) for the EQ ComparisonOperator");
        assertThatThrownBy(() -> test("s", "IN", string("a"), number(1)))
                .hasMessage(INVALID + "AttributeValues inside AttributeValueList must be of same type");
        assertThatThrownBy(() -> test("s", "LT", TRUE))
                .hasMessage(INVALID + "ComparisonOperator LT is not valid for BOOL AttributeValue type");
        assertThatThrownBy(() -> test("s", "BETWEEN", number(2), number(1)))
                .hasMessage(
                        "The BETWEEN condition was provided a range where the lower bound is greater than the upper bound");
    }

    // Expected

    @Test
    void expected_existsAndValue_hold() {
        assertThat(expect("s", string("hello"), null, null)).isTrue();
        assertThat(expect("s", string("hello"), true, null)).isTrue();
        assertThat(expect("s", null, false, null)).isFalse();
        assertThat(expect("gone", null, false, null)).isTrue();
        assertThat(expect("n", number(4), null, "GT")).isTrue();
    }

    @Test
    void expected_contradictions_areRejected() {
        assertThatThrownBy(() -> expect("a", null, true, null))
                .hasMessage(INVALID + "Value must be provided when Exists is true for Attribute: a");
        assertThatThrownBy(() -> expect("a", null, null, null))
                .hasMessage(INVALID + "Value must be provided when Exists is null for Attribute: a");
        assertThatThrownBy(() -> expect("a", TRUE, false, null))
                .hasMessage(INVALID + "Value cannot be used when Exists is false for Attribute: a");
        assertThatThrownBy(() -> expect("a", null, null, "EQ"))
                .hasMessage(INVALID
                        + "Value or AttributeValueList must be used with ComparisonOperator: EQ for Attribute: a");
        assertThatThrownBy(() -> expect("a", TRUE, true, "EQ"))
                .hasMessage(INVALID + "Exists and ComparisonOperator cannot be used together for Attribute: a");
    }

    // AttributeUpdates

    @Test
    void updates_putAddDelete_areApplied() {
        Map<String, AttributeUpdate> updates = new LinkedHashMap<>();
        updates.put("s", update(null, string("x")));
        updates.put("n", update("ADD", number(2)));
        updates.put("l", update("ADD", new AttributeValue.ListValue(List.of(number(2)))));
        updates.put("ss", update("DELETE", set("a")));
        updates.put("gone", update("DELETE", null));
        assertThat(LegacyUpdates.of(updates).apply(ITEM).updated())
                .isEqualTo(new Item(Map.of(
                        "s",
                        string("x"),
                        "n",
                        number(7),
                        "l",
                        new AttributeValue.ListValue(List.of(number(1), number(2))),
                        "ss",
                        set("b"))));
    }

    @Test
    void updates_ofAnotherType_areRefused() {
        Update update = LegacyUpdates.of(Map.of("s", update("ADD", number(1))));
        assertThatThrownBy(() -> update.apply(ITEM))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("Type mismatch for attribute to update");
    }

    @Test
    void updates_actionsThatDoNotFit_areRejected() {
        assertThatThrownBy(() -> LegacyUpdates.of(Map.of("s", update("PUT", null))))
                .hasMessage(INVALID + "Only DELETE action is allowed when no attribute value is specified");
        assertThatThrownBy(() -> LegacyUpdates.of(Map.of("s", update("ADD", TRUE))))
                .hasMessage(INVALID + "ADD action is not supported for the type BOOL");
        assertThatThrownBy(() -> LegacyUpdates.of(Map.of("s", update("DELETE", TRUE))))
                .hasMessage(INVALID + "DELETE action with value is not supported for the type BOOL");
    }

    // KeyConditions and AttributesToGet

    @Test
    void keyConditions_becomeClauses() {
        assertThat(LegacyKeyConditions.of(Map.of("sk", condition("BEGINS_WITH", string("a"))))
                        .clauses())
                .singleElement()
                .satisfies(clause -> assertThat(clause.operator()).isEqualTo(KeyOperator.BEGINS_WITH));
        assertThatThrownBy(() -> LegacyKeyConditions.of(Map.of("sk", condition("CONTAINS", string("a")))))
                .hasMessage("Attempted conditional constraint is not an indexable operation");
    }

    private static boolean test(String name, String operator, AttributeValue... operands) {
        return Objects.requireNonNull(LegacyConditions.filter(Map.of(name, condition(operator, operands)), null))
                .test(ITEM);
    }

    private static boolean expect(
            String name, @Nullable AttributeValue value, @Nullable Boolean exists, @Nullable String operator) {
        ExpectedAttribute attribute =
                new ExpectedAttribute(value == null ? null : Decoded.valid(value), exists, operator, null);
        return Objects.requireNonNull(LegacyConditions.expected(Map.of(name, attribute), null))
                .test(ITEM);
    }

    private static LegacyCondition condition(String operator, AttributeValue... operands) {
        return new LegacyCondition(operator, operands.length == 0 ? null : Decoded.valid(List.of(operands)));
    }

    private static AttributeUpdate update(@Nullable String action, @Nullable AttributeValue value) {
        return new AttributeUpdate(value == null ? null : Decoded.valid(value), action);
    }

    private static AttributeValue string(String value) {
        return new AttributeValue.StringValue(value);
    }

    private static AttributeValue number(long value) {
        return new AttributeValue.NumberValue(DynamoNumber.of(value));
    }

    private static AttributeValue set(String... members) {
        return AttributeValue.StringSet.of(List.of(members));
    }
}
