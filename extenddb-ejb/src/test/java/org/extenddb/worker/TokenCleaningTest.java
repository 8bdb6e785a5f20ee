package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Tokens end with their time: at once for who asks, a little later in the table. */
class TokenCleaningTest {
    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final ItemStore items = storage.backend().items();

    @Test
    void token_itsTimeOver_isFree() throws SQLException {
        assertThat(use("old")).isInstanceOf(AtomicResult.Applied.class);
        assertThat(use("old")).isInstanceOf(AtomicResult.Repeated.class);

        letTimePass("old", 601);

        assertThat(use("old")).isInstanceOf(AtomicResult.Applied.class);
        assertThat(use("old")).isInstanceOf(AtomicResult.Repeated.class);
    }

    @Test
    void token_almostTenMinutesOld_isRemembered() throws SQLException {
        use("old");

        letTimePass("old", 590);

        assertThat(use("old")).isInstanceOf(AtomicResult.Repeated.class);
    }

    @Test
    void run_oldAndNewTokens_removesTheOldAlone() throws SQLException {
        use("old");
        use("new");
        for (int i = 0; i < 1_500; i++) {
            use("many" + i);
        }
        letTimePass("old", 601);
        letTimePass("many%", 601);

        new TokenCleaning(storage.database(), new Leases(storage.database())).run();

        assertThat(tokens()).isEqualTo(1);
        assertThat(use("new")).isInstanceOf(AtomicResult.Repeated.class);
    }

    private AtomicResult use(String token) {
        return items.mutateAll(
                List.of(),
                new RequestToken(
                        new AccountId("000000000000"), new Region("local"), token, ByteString.utf8("request")));
    }

    private void letTimePass(String pattern, int seconds) throws SQLException {
        try (Connection connection = storage.dataSource().getConnection();
                PreparedStatement update = connection.prepareStatement("UPDATE ddb_transaction_token"
                        + " SET expires_at = expires_at - make_interval(secs => ?)"
                        + " WHERE convert_from(token, 'UTF8') LIKE convert_from(?, 'UTF8')")) {
            update.setDouble(1, seconds);
            update.setBytes(2, pattern.getBytes(StandardCharsets.UTF_8));
            assertThat(update.executeUpdate()).isPositive();
        }
    }

    private long tokens() throws SQLException {
        try (Connection connection = storage.dataSource().getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT count(*) FROM ddb_transaction_token")) {
            row.next();
            return row.getLong(1);
        }
    }
}
