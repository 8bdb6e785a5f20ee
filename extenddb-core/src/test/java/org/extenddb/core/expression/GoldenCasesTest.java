package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.error.ExpressionKind;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the golden files {@code <kind>-cases.json}. */
class GoldenCasesTest {
    @TestFactory
    Stream<DynamicTest> condition() {
        return tests(
                "condition-cases.json",
                true,
                one -> assertThat(ConditionExpression.parse(one.expression, ExpressionKind.CONDITION, one.context())
                                .test(one.item("given")))
                        .isEqualTo(one.outcome));
    }

    @TestFactory
    Stream<DynamicTest> projection() {
        return tests(
                "projection-cases.json",
                false,
                one -> assertThat(ProjectionExpression.parse(one.expression, one.context())
                                .apply(one.item("given")))
                        .isEqualTo(one.item("expected")));
    }

    @TestFactory
    Stream<DynamicTest> update() {
        return tests("update-cases.json", false, GoldenCasesTest::update);
    }

    private static void update(GoldenCase one) {
        Update update = UpdateExpression.parse(one.expression, one.context());
        if (one.error != null) {
            assertThatThrownBy(() -> update.apply(one.item("given")))
                    .isInstanceOf(DynamoDbException.class)
                    .hasMessage(one.error);
            return;
        }
        UpdateResult result = update.apply(one.item("given"));
        assertThat(result.updated()).isEqualTo(one.item("expected"));
        if (one.items.containsKey("updatedNew")) {
            assertThat(result.updatedOld()).isEqualTo(one.item("updatedOld"));
            assertThat(result.updatedNew()).isEqualTo(one.item("updatedNew"));
        }
    }

    private static Stream<DynamicTest> tests(String file, boolean expectBoolean, Consumer<GoldenCase> check) {
        return GoldenCase.read(file, expectBoolean).stream()
                .map(one -> DynamicTest.dynamicTest(one.toString(), () -> check.accept(one)));
    }
}
