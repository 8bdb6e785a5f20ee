package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
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
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpressionPropertyTest {
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
                () -> ProjectionParser.parse(text))) {
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
