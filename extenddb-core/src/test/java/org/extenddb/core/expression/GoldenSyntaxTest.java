package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Runs the golden files {@code <kind>-valid.txt} and {@code <kind>-invalid.txt}. */
class GoldenSyntaxTest {
    private static final KeySchema KEY =
            KeySchema.of(new KeyAttribute("pk", ScalarType.S), new KeyAttribute("sk", ScalarType.N));

    @TestFactory
    Stream<DynamicTest> condition() {
        return tests(
                "condition",
                "Invalid ConditionExpression: ",
                (text, context) -> ConditionExpression.parse(text, ExpressionKind.CONDITION, context));
    }

    @TestFactory
    Stream<DynamicTest> filter() {
        return tests(
                "condition",
                "Invalid FilterExpression: ",
                (text, context) -> ConditionExpression.parse(text, ExpressionKind.FILTER, context));
    }

    @TestFactory
    Stream<DynamicTest> update() {
        return tests("update", "Invalid UpdateExpression: ", UpdateExpression::parse);
    }

    @TestFactory
    Stream<DynamicTest> projection() {
        return tests("projection", "Invalid ProjectionExpression: ", ProjectionExpression::parse);
    }

    @TestFactory
    Stream<DynamicTest> keyCondition() {
        return tests(
                "key-condition",
                "",
                (text, context) -> KeyConditionExpression.parse(text, context).resolve(KEY));
    }

    private static Stream<DynamicTest> tests(String kind, String prefix, BiConsumer<String, ExpressionContext> parser) {
        return Stream.concat(
                GoldenLines.of(kind + "-valid.txt").stream().map(line -> valid(line, parser)),
                GoldenLines.of(kind + "-invalid.txt").stream().map(line -> invalid(line, prefix, parser)));
    }

    private static DynamicTest valid(String text, BiConsumer<String, ExpressionContext> parser) {
        return DynamicTest.dynamicTest(
                text,
                () -> assertThatCode(() -> {
                            ExpressionContext context = Placeholders.in(text);
                            parser.accept(text, context);
                            context.requireAllUsed();
                        })
                        .doesNotThrowAnyException());
    }

    private static DynamicTest invalid(String line, String prefix, BiConsumer<String, ExpressionContext> parser) {
        String text = line.substring(0, line.indexOf('\t'));
        String message = prefix + line.substring(line.indexOf('\t') + 1);
        return DynamicTest.dynamicTest(
                "invalid: " + text,
                () -> assertThatThrownBy(() -> parser.accept(text, Placeholders.in(text)))
                        .isInstanceOf(InvalidExpressionException.class)
                        .hasMessage(message));
    }
}
