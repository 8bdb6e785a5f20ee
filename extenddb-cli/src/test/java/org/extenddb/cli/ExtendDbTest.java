package org.extenddb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.AutoComplete;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

class ExtendDbTest {
    private final StringWriter output = new StringWriter();

    private int run(String... arguments) {
        CommandLine command = ExtendDb.commandLine();
        command.setOut(new PrintWriter(output)).setErr(new PrintWriter(output));
        return command.execute(arguments);
    }

    /** Others on the machine see the command line. */
    @Test
    void options_none_takesAPassword() {
        List<String> options = new ArrayList<>();
        collect(ExtendDb.commandLine(), options);
        assertThat(options)
                .contains("--password-stdin", "--password-file")
                .noneMatch(it -> it.matches("--(.*-)?(password|secret)"));
    }

    @Test
    void init_passwordInTheUrl_isRefused() {
        assertThat(run("init", "--postgres-url", "postgresql://postgres:hunter2@localhost/postgres"))
                .isEqualTo(1);
        assertThat(output.toString()).contains("PGPASSWORD").doesNotContain("hunter2");
    }

    @Test
    void command_wrongUse_isExitCodeTwo() {
        assertThat(run("manage")).isEqualTo(2);
        assertThat(run("manage", "users")).isEqualTo(2);
        assertThat(run("manage", "users", "get")).isEqualTo(2);
        assertThat(run("nothing")).isEqualTo(2);
    }

    @Test
    void completion_knowsAllCommands() {
        assertThat(AutoComplete.bash("extenddb", ExtendDb.commandLine()))
                .contains("manage")
                .contains("put-policy")
                .contains("simulate");
    }

    private static void collect(CommandLine command, List<String> options) {
        for (OptionSpec option : command.getCommandSpec().options()) {
            // Those that are there or not take nothing.
            if (option.arity().max() > 0 || option.longestName().endsWith("-stdin")) {
                options.addAll(List.of(option.names()));
            }
        }
        command.getSubcommands().values().forEach(it -> collect(it, options));
    }
}
