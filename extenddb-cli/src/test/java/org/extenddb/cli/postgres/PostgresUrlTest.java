package org.extenddb.cli.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.junit.jupiter.api.Test;

final class PostgresUrlTest {
    @Test
    void parse_userAndPasswordInUrl_areDecodedAndLeaveTheUrl() {
        Database database = PostgresUrl.parse("postgresql://me:p%40ss+w:d@db:5433/app?sslmode=require", Map.of());

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://db:5433/app?sslmode=require", "me", "p@ss+w:d"));
    }

    @Test
    void parse_jdbcUrlWithParameters_isTheSame() {
        Database database = PostgresUrl.parse("jdbc:postgresql://db/app?user=me&password=secret&ssl=true", Map.of());

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://db/app?ssl=true", "me", "secret"));
    }

    @Test
    void parse_noUserInUrl_takesThemFromTheEnvironment() {
        Database database = PostgresUrl.parse("postgres://db/app", Map.of("PGUSER", "other", "PGPASSWORD", "secret"));

        assertThat(database).isEqualTo(new Database("jdbc:postgresql://db/app", "other", "secret"));
    }

    @Test
    void parse_noUrlOfPostgres_saysHowToWriteItWithoutThePassword() {
        for (String url :
                new String[] {"mysql://me:secret@db/app", "postgresql://me:secret@db", "postgresql://me:secret %@db/x"
                }) {
            assertThatThrownBy(() -> PostgresUrl.parse(url, Map.of()))
                    .isInstanceOf(CommandFailure.class)
                    .hasMessageContaining("postgresql://user:password@host:5432/database")
                    .hasMessageNotContaining("secret");
        }
    }
}
