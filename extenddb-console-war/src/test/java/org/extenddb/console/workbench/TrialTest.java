package org.extenddb.console.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TrialTest {
    private static final String ITEM = "{\"pk\":{\"S\":\"a\"},\"n\":{\"N\":\"1\"}}";

    @Test
    void of_condition_saysWhetherItHolds() {
        assertThat(Trial.of(false, "n > :v", "", "{\":v\":{\"N\":\"0\"}}", ITEM).outcome())
                .isEqualTo("true");
        assertThat(Trial.of(false, "n > :v", "", "{\":v\":{\"N\":\"1\"}}", ITEM).outcome())
                .isEqualTo("false");
    }

    @Test
    void of_update_showsTheItemAfterwards() {
        Trial trial = Trial.of(true, "SET #x = n + :v", "{\"#x\":\"m\"}", "{\":v\":{\"N\":\"41\"}}", ITEM);

        assertThat(trial.outcome()).contains("\"42\"");
    }

    @Test
    void of_syntaxError_pointsAtTheToken() {
        Trial trial = Trial.of(false, "n >> :v", "", "{\":v\":{\"N\":\"0\"}}", ITEM);

        assertThat(trial.problem()).contains("Syntax error");
        assertThat(trial.caret()).isEqualTo(3);
    }

    @Test
    void of_unusedValue_isRefusedAsDynamoDbDoes() {
        assertThat(Trial.of(false, "attribute_exists(n)", "", "{\":v\":{\"N\":\"0\"}}", ITEM)
                        .problem())
                .contains("unused");
    }
}
