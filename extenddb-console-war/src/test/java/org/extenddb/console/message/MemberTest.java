package org.extenddb.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import org.extenddb.console.message.FieldNotices.Member;
import org.junit.jupiter.api.Test;

class MemberTest {
    @Test
    void path_constraintViolation_isTheMember() {
        assertThat(Member.path("1 validation error detected: Value 'a' at 'tableName' failed to satisfy constraint"))
                .containsExactly("tableName");
        assertThat(Member.path("Value '0' at 'provisionedThroughput.readCapacityUnits' failed"))
                .containsExactly("provisionedThroughput", "readCapacityUnits");
    }

    @Test
    void path_anythingElse_isNothing() {
        assertThat(Member.path("Table already exists: t")).isEmpty();
    }
}
