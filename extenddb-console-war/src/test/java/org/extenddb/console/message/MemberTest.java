package org.extenddb.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.extenddb.console.message.FieldNotices.Member;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Test
    void in_constraintViolation_isTheMember() {
        assertThat(Member.in("1 validation error detected: Value 'a' at 'tableName' failed to satisfy constraint"))
                .isEqualTo("tableName");
        assertThat(Member.in("Value '0' at 'provisionedThroughput.readCapacityUnits' failed"))
                .isEqualTo("provisionedThroughput");
    }

    @Test
    void in_anythingElse_isNothing() {
        assertThat(Member.in("Table already exists: t")).isNull();
    }
}
