package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.expression.ast.And;
import org.extenddb.core.expression.ast.ConditionNode;
import org.extenddb.core.expression.ast.Or;
import org.extenddb.core.expression.ast.ProjectionNode;
import org.extenddb.core.expression.ast.UpdateAction;
import org.extenddb.core.expression.ast.UpdateNode;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.extenddb.core.expression.parse.ConditionParser;
import org.extenddb.core.expression.parse.ProjectionParser;
import org.extenddb.core.expression.parse.UpdateParser;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionPropertyTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("[#:][A-Za-z0-9_]+");
    private static final KeySchema KEY =
            KeySchema.of(new KeyAttribute("a", ScalarType.S), new KeyAttribute("b1", ScalarType.N));

    @Test
    void condition_printedAndParsed_isTheSame() {
        Seeds.forEach(500, random -> {
            ConditionNode node = new RandomExpressions(random).condition(3);
            String text = ExpressionPrinter.print(node);
            if (text.length() <= 4096) {
                assertThat(ConditionParser.parse(text, ExpressionKind.FILTER))
                        .as(text)
                        .isEqualTo(node);
            }
        });
    }

    @Test
    void update_printedAndParsed_isTheSame() {
        Seeds.forEach(500, random -> {
            List<UpdateAction> actions = new RandomExpressions(random).update();
            String text = ExpressionPrinter.print(actions);
            assertThat(UpdateParser.parse(text)).as(text).isEqualTo(new UpdateNode(actions));
        });
    }

    @Test
    void projection_printedAndParsed_isTheSame() {
        Seeds.forEach(200, random -> {
            RandomExpressions expressions = new RandomExpressions(random);
            ProjectionNode node = new ProjectionNode(
                    Stream.generate(expressions::path).limit(5).toList());
            String text = String.join(
                    ",", node.paths().stream().map(ExpressionPrinter::path).toList());
            assertThat(ProjectionParser.parse(text)).as(text).isEqualTo(node);
        });
    }

    @Test
    void anyText_isParsedOrRefused() {
        Seeds.forEach(5000, random -> {
            parseOrRefuse(new RandomExpressions(random).soup());
            parseOrRefuse(bytes(random));
        });
    }

    /** Every kind, with values bound to it and, where it parses, applied to an item. */
    @Test
    void anyText_boundToValues_isAppliedOrRefused() {
        Seeds.forEach(300, random -> {
            RandomValues values = new RandomValues(random);
            Item item = values.item();
            String soup = new RandomExpressions(random).soup();
            String condition = ExpressionPrinter.print(new RandomExpressions(random).condition(2));
            String update = ExpressionPrinter.print(new RandomExpressions(random).update());
            for (String text : List.of(soup, condition, update)) {
                bindOrRefuse(() -> ConditionExpression.parse(text, ExpressionKind.FILTER, context(text, values))
                        .test(item));
                bindOrRefuse(() ->
                        UpdateExpression.parse(text, context(text, values)).apply(item));
                bindOrRefuse(() -> ProjectionExpression.parse(text, context(text, values)));
                bindOrRefuse(() -> KeyConditionExpression.parse(text, context(text, values))
                        .resolve(KEY));
            }
        });
    }

    /** Placeholders of the text with names and values of every type, some of them missing. */
    private static ExpressionContext context(String text, RandomValues values) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> bound = new HashMap<>();
        Matcher matcher = PLACEHOLDER.matcher(text);
        while (matcher.find()) {
            if (matcher.group().startsWith("#")) {
                names.put(matcher.group(), values.string());
            } else if (bound.size() < 20) {
                bound.put(matcher.group(), values.value(2));
            }
        }
        return new ExpressionContext(Placeholders.nullIfEmpty(names), Placeholders.nullIfEmpty(bound));
    }

    private static void bindOrRefuse(Runnable work) {
        try {
            work.run();
        } catch (InvalidExpressionException | DynamoDbException refused) {
            assertThat(refused.getMessage()).isNotBlank();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(",
                "NOT ",
                "size(",
                "((a)",
                "a = (",
                "a IN (",
                "contains(a, ",
                "NOT (",
                "SET a = (",
                "SET a = list_append(",
                "a.",
                "a[0]",
                "(a = b AND ",
                "not(not("
            })
    void deepNesting_isRefusedWithoutOverflow(String piece) {
        String text = piece.repeat(4096 / piece.length());
        assertThatThrownBy(() -> ConditionParser.parse(text, ExpressionKind.CONDITION))
                .isInstanceOf(InvalidExpressionException.class);
        assertThatThrownBy(() -> UpdateParser.parse("SET a = " + text.substring(0, 4000)))
                .isInstanceOf(InvalidExpressionException.class);
        assertThatThrownBy(() -> ProjectionParser.parse(text)).isInstanceOf(InvalidExpressionException.class);
    }

    @Test
    void conjunctionsAndDisjunctions_keepTheirPrecedence() {
        ConditionNode node = ConditionParser.parse("a = b OR a = c AND a = d OR a = e", ExpressionKind.CONDITION);
        assertThat(node).isInstanceOfSatisfying(Or.class, or -> {
            assertThat(or.conditions()).hasSize(3);
            assertThat(or.conditions().get(1)).isInstanceOf(And.class);
        });
    }

    private static void parseOrRefuse(String text) {
        for (Runnable parser : List.<Runnable>of(
                () -> ConditionParser.parse(text, ExpressionKind.CONDITION),
                () -> UpdateParser.parse(text),
                () -> ProjectionParser.parse(text),
                () -> ConditionParser.parse(text, ExpressionKind.KEY_CONDITION))) {
            try {
                parser.run();
            } catch (InvalidExpressionException refused) {
                assertThat(refused.getMessage()).startsWith("Invalid ");
            }
        }
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(200)];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
