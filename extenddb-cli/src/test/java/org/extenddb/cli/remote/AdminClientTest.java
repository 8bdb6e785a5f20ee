package org.extenddb.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.extenddb.cli.host.CommandFailure;
import org.junit.jupiter.api.Test;

class AdminClientTest {
    @Test
    void path_anyName_isOneSegment() {
        assertThat(AdminClient.path("accounts", "000000000000", "users", "a/../b c?d#e"))
                .isEqualTo("accounts/000000000000/users/a%2F..%2Fb%20c%3Fd%23e");
    }

    /** Deleting the user {@code ..} would close its account. */
    @Test
    void path_nameThatLeadsElsewhere_isRefused() {
        for (String name : List.of("..", ".", "")) {
            assertThatExceptionOfType(CommandFailure.class)
                    .as(name)
                    .isThrownBy(() -> AdminClient.path("accounts", "000000000000", "users", name));
        }
    }
}
