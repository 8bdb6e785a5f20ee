package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert;
import org.extenddb.core.expression.error.ExpressionKind;
import org.extenddb.core.expression.error.InvalidExpressionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** DynamoDB's 573 reserved words name no attribute, wherever an expression names one and however they are spelled. */
class ReservedWordsTest {
    private static final int WORDS = 573;

    /** Where they stand for themselves, an expression has no syntax to begin with. */
    private static final Set<String> OF_THE_LANGUAGE =
            Set.of("AND", "OR", "NOT", "IN", "BETWEEN", "SET", "ADD", "DELETE");

    @Test
    void list_isDynamoDbs() throws NoSuchAlgorithmException {
        byte[] list = read();
        assertThat(words()).hasSize(WORDS).doesNotHaveDuplicates();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(list)))
                .isEqualTo("71e0beebbbfa2ca71a79116e021b7b6390c22852fbd24482b450a89591490496");
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "ConditionExpression, %s = :v",
        "ConditionExpression, a.%s = :v",
        "FilterExpression, 'attribute_exists(%s)'",
        "KeyConditionExpression, %s = :v",
        "ProjectionExpression, 'a, %s'",
        "UpdateExpression, SET %s = :v",
        "UpdateExpression, SET a = %s",
        "UpdateExpression, REMOVE %s",
        "UpdateExpression, ADD %s :v",
        "UpdateExpression, DELETE %s :v"
    })
    void everyWord_asAName_isRefused(String kind, String expression) {
        for (String word : words()) {
            for (String spelled : List.of(word, word.toLowerCase(Locale.ROOT))) {
                String text = expression.formatted(spelled);
                ThrowableAssert.ThrowingCallable parsing = () -> parse(kind, text);
                assertThatThrownBy(parsing).as(text).isInstanceOf(InvalidExpressionException.class);
                if (OF_THE_LANGUAGE.contains(word)) {
                    continue;
                }
                assertThatThrownBy(parsing)
                        .as(text)
                        .hasMessage("Invalid " + kind + ": Attribute name is a reserved keyword; reserved keyword: "
                                + spelled);
            }
        }
    }

    private static Object parse(String kind, String text) {
        ExpressionContext context = Placeholders.in(text.replace(":v", ":ns"));
        String used = text.replace(":v", ":ns");
        return switch (kind) {
            case "ConditionExpression" -> ConditionExpression.parse(used, ExpressionKind.CONDITION, context);
            case "FilterExpression" -> ConditionExpression.parse(used, ExpressionKind.FILTER, context);
            case "KeyConditionExpression" -> KeyConditionExpression.parse(used, context);
            case "ProjectionExpression" -> ProjectionExpression.parse(used, context);
            default -> UpdateExpression.parse(used, context);
        };
    }

    private static List<String> words() {
        return new String(read(), StandardCharsets.US_ASCII).lines().toList();
    }

    private static byte[] read() {
        try (InputStream in = ReservedWordsTest.class.getResourceAsStream("parse/reserved-words.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
