package org.extenddb.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.extenddb.core.expression.error.ExpressionKind;
import org.junit.jupiter.api.Test;

class TrialTest {
    private static final String ITEM = "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}";

    @Test
    void of_condition_saysWhetherItHolds() {
        assertThat(trial(ExpressionKind.CONDITION, "n > :v", "", "{\":v\":{\"N\":\"0\"}}")
                        .outcome())
                .isEqualTo("true");
        assertThat(trial(ExpressionKind.CONDITION, "n > :v", "", "{\":v\":{\"N\":\"1\"}}")
                        .outcome())
                .isEqualTo("false");
    }

    @Test
    void of_update_showsTheItemAfterwards() {
        Trial trial = trial(ExpressionKind.UPDATE, "SET #x = n + :v", "{\"#x\":\"m\"}", "{\":v\":{\"N\":\"41\"}}");

        assertThat(trial.outcome()).contains("\"42\"");
    }

    @Test
    void of_syntaxError_pointsAtTheToken() {
        Trial trial = trial(ExpressionKind.CONDITION, "n >> :v", "", "{\":v\":{\"N\":\"0\"}}");

        assertThat(trial.problem()).contains("Syntax error");
        assertThat(trial.caret()).isEqualTo(3);
    }

    @Test
    void of_unusedValue_isRefusedAsDynamoDbDoes() {
        assertThat(trial(ExpressionKind.CONDITION, "attribute_exists(n)", "", "{\":v\":{\"N\":\"0\"}}")
                        .problem())
                .contains("unused");
    }

    @Test
    void of_projection_showsWhatItLeaves() {
        assertThat(trial(ExpressionKind.PROJECTION, "n, nothing", "", "").outcome())
                .contains("\"n\"")
                .doesNotContain("pk");
    }

    @Test
    void of_keyCondition_saysWhetherTheItemIsFound_andRefusesWhatIsNone() {
        String values = "{\":a\":{\"S\":\"a\"}}";

        assertThat(trial(ExpressionKind.KEY_CONDITION, "pk = :a", "", values).outcome())
                .isEqualTo("true");
        assertThat(trial(
                                ExpressionKind.KEY_CONDITION,
                                "pk = :a AND n > :n",
                                "",
                                "{\":a\":{\"S\":\"b\"},\":n\":{\"N\":\"0\"}}")
                        .outcome())
                .isEqualTo("false");
        assertThat(trial(ExpressionKind.KEY_CONDITION, "n = :a", "", values).problem())
                .contains("Query condition missed key schema element: pk");
        assertThat(Trial.of(ExpressionKind.KEY_CONDITION, "pk = :a", "", values, ITEM, "a, b, c")
                        .problem())
                .contains("pk S, sk N");
    }

    private static Trial trial(ExpressionKind kind, String expression, String names, String values) {
        return Trial.of(kind, expression, names, values, ITEM, "pk, n N");
    }
}
