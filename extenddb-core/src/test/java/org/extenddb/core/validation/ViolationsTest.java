package org.extenddb.core.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.junit.jupiter.api.Test;

final class ViolationsTest {
    private static final EnumMember BAD_CAPACITY =
            new EnumMember("returnConsumedCapacity", "ALL", List.of("INDEXES", "TOTAL", "NONE"));
    private static final EnumMember BAD_METRICS =
            new EnumMember("returnItemCollectionMetrics", "YES", List.of("SIZE", "NONE"));

    @Test
    void check_nothingBroken_passes() {
        Violations violations = new Violations()
                .required("tableName", "t")
                .length("a", null, 1, 2)
                .range("limit", 1, 1, 5)
                .oneOf(new EnumMember("e", null, List.of("X")));
        assertThat(violations.isEmpty()).isTrue();
        assertThatCode(violations::check).doesNotThrowAnyException();
    }

    @Test
    void check_oneViolation_saysSo() {
        assertThatThrownBy(() -> new Violations().required("tableName", null).check())
                .isInstanceOf(DynamoDbException.class)
                .hasMessage("1 validation error detected: "
                        + "Value null at 'tableName' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void check_severalViolations_areListedInOrder() {
        assertThatThrownBy(() -> new Violations()
                        .range("limit", 0, 1, Integer.MAX_VALUE)
                        .oneOf(BAD_CAPACITY)
                        .check())
                .hasMessage("2 validation errors detected: Value '0' at 'limit' failed to satisfy constraint: "
                        + "Member must have value greater than or equal to 1; "
                        + "Value 'ALL' at 'returnConsumedCapacity' failed to satisfy constraint: "
                        + "Member must satisfy enum value set: [INDEXES, TOTAL, NONE]");
    }

    @Test
    void check_moreThanTen_listsTen() {
        Violations violations = new Violations();
        for (int i = 0; i < 12; i++) {
            violations.required("m" + i, null);
        }
        assertThatThrownBy(violations::check)
                .hasMessageStartingWith("10 validation errors detected: ")
                .hasMessageEndingWith("'m9' failed to satisfy constraint: Member must not be null");
    }

    @Test
    void firstOf_severalBadEnums_reportsTheFirstAlone() {
        assertThatThrownBy(() ->
                        new Violations().firstOf(BAD_METRICS, BAD_CAPACITY).check())
                .hasMessage(
                        "1 validation error detected: Value 'YES' at 'returnItemCollectionMetrics' failed to satisfy "
                                + "constraint: Member must satisfy enum value set: [SIZE, NONE]");
    }

    @Test
    void checkTable_badCharactersAndTooShort_reportsBoth() {
        Violations violations = new Violations();
        TableNames.checkTable(violations, "a!");
        assertThatThrownBy(violations::check)
                .hasMessage("2 validation errors detected: Value 'a!' at 'tableName' failed to satisfy constraint: "
                        + "Member must satisfy regular expression pattern: [a-zA-Z0-9_.-]+; "
                        + "Value 'a!' at 'tableName' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 3");
    }

    @Test
    void checkTable_empty_isReportedAlone() {
        Violations violations = new Violations().required("key", null);
        assertThatThrownBy(() -> TableNames.checkTable(violations, ""))
                .hasMessage("1 validation error detected: Value '' at 'tableName' failed to satisfy constraint: "
                        + "Member must have length greater than or equal to 1");
    }

    @Test
    void checkTable_arn_isTaken() {
        String arn = "arn:aws:dynamodb:eu-west-1:000000000000:table/orders";
        Violations violations = new Violations();
        TableNames.checkTable(violations, arn);
        assertThat(violations.isEmpty()).isTrue();
        assertThat(TableNames.nameOf(arn)).isEqualTo("orders");
        assertThat(TableNames.regionOf(arn)).isEqualTo("eu-west-1");
        assertThat(TableNames.accountOf(arn)).isEqualTo("000000000000");
        assertThat(TableNames.nameOf("orders")).isEqualTo("orders");
    }
}
