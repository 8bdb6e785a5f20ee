package org.extenddb.storage.jpa.sql;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import java.sql.SQLException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlStatesTest {
    @ParameterizedTest
    @CsvSource({"57P03, true", "57P01, true", "08006, true", "23505, false", "42P01, false"})
    void isCausedByConnectionFailure_wrapped_isTold(String state, boolean is) {
        SQLException cause = new SQLException("of the test", state);

        assertThat(SqlStates.isCausedByConnectionFailure(new PersistenceException(new IllegalStateException(cause))))
                .isEqualTo(is);
    }
}
