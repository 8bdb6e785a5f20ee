package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.extenddb.core.expression.eval.KeyOperator;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.junit.jupiter.api.Test;

class KeyConditionTest {
    private static final KeySchema SIMPLE = KeySchema.of(new KeyAttribute("pk", ScalarType.S), null);
    private static final KeySchema COMPOSITE =
            KeySchema.of(new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.S));
    private static final KeySchema MULTIPLE = new KeySchema(
            List.of(new KeyAttribute("h1", ScalarType.S), new KeyAttribute("h2", ScalarType.N)),
            List.of(
                    new KeyAttribute("r1", ScalarType.S),
                    new KeyAttribute("r2", ScalarType.S),
                    new KeyAttribute("r3", ScalarType.N)));

    @Test
    void hashAlone_leavesTheSortKeyOpen() {
        assertThat(resolve("pk = :sa", COMPOSITE))
                .isEqualTo(new QueryKey(List.of(string("a")), new SortCondition(List.of(), null, List.of())));
    }

    @Test
    void sortEquality_isAValueAndNoRange() {
        assertThat(resolve("sk = :sb AND pk = :sa", COMPOSITE).sort())
                .isEqualTo(new SortCondition(List.of(string("b")), null, List.of()));
    }

    @Test
    void valueFirst_turnsTheOperator() {
        assertThat(resolve("pk = :sa AND :sb <= sk", COMPOSITE).sort())
                .isEqualTo(new SortCondition(List.of(), KeyOperator.GREATER_OR_EQUAL, List.of(string("b"))));
    }

    @Test
    void betweenAndBeginsWith_keepTheirOperands() {
        assertThat(resolve("pk = :sa AND sk BETWEEN :sb AND :sc", COMPOSITE).sort())
                .isEqualTo(new SortCondition(List.of(), KeyOperator.BETWEEN, List.of(string("b"), string("c"))));
        assertThat(resolve("begins_with(sk, :sb) AND (pk = :sa)", COMPOSITE).sort())
                .isEqualTo(new SortCondition(List.of(), KeyOperator.BEGINS_WITH, List.of(string("b"))));
    }

    @Test
    void secondCondition_onAKeyWithoutSortAttribute_isRejected() {
        assertThatThrownBy(() -> resolve("pk = :sa AND sk = :sb", SIMPLE))
                .hasMessage("Query key condition not supported");
    }

    @Test
    void severalAttributes_areTakenInSchemaOrder() {
        QueryKey key = resolve("r2 > :sd AND h2 = :n7 AND r1 = :sc AND h1 = :sa", MULTIPLE);
        assertThat(key.hash()).containsExactly(string("a"), new AttributeValue.NumberValue(DynamoNumber.of(7)));
        assertThat(key.sort())
                .isEqualTo(new SortCondition(List.of(string("c")), KeyOperator.GREATER, List.of(string("d"))));
    }

    @Test
    void severalAttributes_withAGap_areRejected() {
        assertThatThrownBy(() -> resolve("h1 = :sa AND h2 = :n AND r2 = :sb", MULTIPLE))
                .hasMessage("Query condition missed key schema element: r1");
    }

    @Test
    void severalAttributes_withARangeBeforeTheLast_areRejected() {
        assertThatThrownBy(() -> resolve("h1 = :sa AND h2 = :n AND r1 > :sb AND r2 = :sc", MULTIPLE))
                .hasMessage("Query key condition not supported");
    }

    @Test
    void severalAttributes_withAMissingHash_areRejected() {
        assertThatThrownBy(() -> resolve("h1 = :sa AND r1 = :sb", MULTIPLE))
                .hasMessage("Query condition missed key schema element: h2");
    }

    private static QueryKey resolve(String text, KeySchema schema) {
        return KeyConditionExpression.parse(text, Placeholders.in(text)).resolve(schema);
    }

    private static AttributeValue string(String value) {
        return new AttributeValue.StringValue(value);
    }
}
