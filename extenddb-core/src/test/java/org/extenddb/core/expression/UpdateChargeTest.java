package org.extenddb.core.expression;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpdateChargeTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                // base 3, clause 19, name, value
                "SET abc = :sxyz | 28",
                "ADD abc :n | 27",
                "REMOVE abc | 7",
                // operand functions: a constant and their operands; a path operand 1, 14 an element, its bytes
                "SET abc = abc + :n | 79",
                "SET abc = abc - :n | 82",
                "SET abc = if_not_exists(ab, :sxyz) | 84",
                "SET abc = list_append(a.b, :l) | 96",
                "SET a = :sx, b = :sy REMOVE c | 47"
            })
    void charge_isWhatIsWrittenAndAConstantPerClause(String text, int charge) {
        assertThat(UpdateExpression.parse(text, Placeholders.in(text)).charge()).isEqualTo(charge);
    }
}
