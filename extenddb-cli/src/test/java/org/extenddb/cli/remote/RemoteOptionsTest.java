package org.extenddb.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import org.extenddb.cli.host.CommandFailure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class RemoteOptionsTest {
    @Command
    private static final class Asking {
        @Mixin
        private RemoteOptions remote = new RemoteOptions();
    }

    @Test
    void inAccount_ofTwelveDigits_isBelowIt() throws IOException {
        assertThat(with("000000000012").inAccount("users", "a/b")).isEqualTo("accounts/000000000012/users/a%2Fb");
    }

    /** {@code accounts/../users} would be another address than that of any account. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "..",
                ".",
                "",
                "../administrators",
                "000000000012/users",
                "000000000012?x=",
                "%2e%2e",
                "12",
                "٠٠٠٠٠٠٠٠٠٠٠٠"
            })
    void inAccount_thatIsNone_isRefused(String account) {
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> with(account).inAccount("users"))
                .withMessageContaining("12 digits");
        assertThatExceptionOfType(CommandFailure.class)
                .isThrownBy(() -> with(account).givenAccount());
    }

    private static RemoteOptions with(String account) {
        Asking asking = new Asking();
        new CommandLine(asking).parseArgs("--account", account);
        return asking.remote;
    }
}
