package org.extenddb.web.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.StorageUnavailableException;
import org.junit.jupiter.api.Test;

class ProblemMapperTest {
    @Test
    void problem_refusals_haveTheirStatus() {
        assertThat(status(AdminException.of(AdminError.CHANGED, "it changed"))).isEqualTo(412);
        assertThat(status(AdminException.of(AdminError.STATE_NEEDED, "which"))).isEqualTo(428);
        assertThat(status(AdminException.of(AdminError.LOCKED, "later"))).isEqualTo(429);
        assertThat(status(QueryException.of(QueryError.ENTITY_ALREADY_EXISTS, "there")))
                .isEqualTo(409);
        assertThat(status(new StorageUnavailableException("gone", new IllegalStateException())))
                .isEqualTo(503);
    }

    @Test
    void problem_ourOwnMistake_tellsNothing() {
        Problem problem = ProblemMapper.problem(new IllegalStateException("jdbc:postgresql://secret"), "1");
        assertThat(problem.status()).isEqualTo(500);
        assertThat(problem.detail()).doesNotContain("secret");
        assertThat(problem.instance()).isEqualTo("urn:uuid:1");
    }

    @Test
    void precondition_ofIfMatch_isOneTagOrAny() {
        assertThat(Answers.precondition(null).tag()).isNull();
        assertThat(Answers.precondition("*").tag()).isEqualTo("*");
        assertThat(Answers.precondition("\"abc\"").tag()).isEqualTo("abc");
        for (String none : List.of("abc", "\"a\", \"b\"", "W/\"a\"", "", "\"a\"b\"")) {
            assertThatExceptionOfType(AdminException.class)
                    .as(none)
                    .isThrownBy(() -> Answers.precondition(none))
                    .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.INVALID));
        }
    }

    @Test
    void limit_outOfRange_isInvalid() {
        assertThat(Answers.limit(null)).isEqualTo(100);
        assertThat(Answers.limit("1000")).isEqualTo(1000);
        for (String none : List.of("0", "1001", "-1", "x", "", "99999999999")) {
            assertThatExceptionOfType(AdminException.class).as(none).isThrownBy(() -> Answers.limit(none));
        }
    }

    private static int status(Throwable failure) {
        return ProblemMapper.problem(failure, "1").status();
    }
}
