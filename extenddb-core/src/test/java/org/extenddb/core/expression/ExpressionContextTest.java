package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionContextTest {
    private static final AttributeValue VALUE = new AttributeValue.StringValue("x");

    @Test
    void names_unused_areRejected() {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("#a", "a");
        names.put("#b", "b");
        names.put("#c", "c");
        ExpressionContext context = new ExpressionContext(names, null);
        ProjectionExpression.parse("#b", context);
        assertThatThrownBy(context::requireAllUsed)
                .isInstanceOf(InvalidExpressionException.class)
                .hasMessage("Value provided in ExpressionAttributeNames unused in expressions: keys: {#a, #c}");
    }

    @Test
    void values_unused_areRejected() {
        ExpressionContext context = new ExpressionContext(null, Map.of(":v", VALUE));
        ConditionExpression.parse("attribute_exists(a)", ExpressionKind.CONDITION, context);
        assertThatThrownBy(context::requireAllUsed)
                .hasMessage("Value provided in ExpressionAttributeValues unused in expressions: keys: {:v}");
    }

    @Test
    void names_usedByAnyExpression_areAccepted() {
        ExpressionContext context = new ExpressionContext(Map.of("#a", "a", "#b", "b"), Map.of(":v", VALUE));
        UpdateExpression.parse("SET #a = :v", context);
        ConditionExpression.parse("#b = :v", ExpressionKind.CONDITION, context);
        assertThatCode(context::requireAllUsed).doesNotThrowAnyException();
    }

    @Test
    void maps_empty_areRejected() {
        assertThatThrownBy(() -> new ExpressionContext(Map.of(), null))
                .hasMessage("ExpressionAttributeNames must not be empty");
        assertThatThrownBy(() -> new ExpressionContext(null, Map.of()))
                .hasMessage("ExpressionAttributeValues must not be empty");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x", "#", "", ":x", "#a b", "#a-b", "#é", "##"})
    void names_keyWithoutForm_isRejected(String key) {
        assertThatThrownBy(() -> new ExpressionContext(Map.of(key, "a"), null))
                .hasMessage("ExpressionAttributeNames contains invalid key: Syntax error; key: \"" + key + "\"");
    }

    @Test
    void names_emptyName_isRejected() {
        assertThatThrownBy(() -> new ExpressionContext(Map.of("#a", ""), null))
                .hasMessage("ExpressionAttributeNames contains invalid value: Empty attribute name for key #a");
    }

    @Test
    void values_keyWithoutForm_isRejected() {
        assertThatThrownBy(() -> new ExpressionContext(null, Map.of("v", VALUE)))
                .hasMessage("ExpressionAttributeValues contains invalid key: Syntax error; key: \"v\"");
    }

    @Test
    void sameText_withOtherNamesAndValues_isBoundAnew() {
        String text = "#a = :v";
        Condition first = ConditionExpression.parse(
                text, ExpressionKind.CONDITION, new ExpressionContext(Map.of("#a", "one"), Map.of(":v", VALUE)));
        Condition second = ConditionExpression.parse(
                text, ExpressionKind.CONDITION, new ExpressionContext(Map.of("#a", "two"), Map.of(":v", VALUE)));
        assertThat(first.attributeNames()).containsExactly("one");
        assertThat(second.attributeNames()).containsExactly("two");
    }

    @Test
    void condition_tellsWhichAttributesItNeeds() {
        Condition condition = ConditionExpression.parse(
                "a.b = c AND (size(d[0]) > e OR attribute_exists(a))",
                ExpressionKind.FILTER,
                new ExpressionContext(null, null));
        assertThat(condition.attributeNames()).containsExactly("a", "c", "d", "e");
        assertThat(condition.nestedAttributeNames()).containsExactly("a", "d");
    }

    @Test
    void update_ofAKeyAttribute_isRejected() {
        KeySchema key = KeySchema.of(new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.S));
        Update update = UpdateExpression.parse("SET a = pk REMOVE sk", new ExpressionContext(null, null));
        assertThat(update.modifiedNames()).containsExactly("a", "sk");
        assertThat(update.attributeNames()).containsExactly("a", "pk", "sk");
        assertThatThrownBy(() -> update.requireNoKeyAttribute(key))
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("One or more parameter values were invalid: Cannot update attribute sk. "
                        + "This attribute is part of the key");
    }
}
