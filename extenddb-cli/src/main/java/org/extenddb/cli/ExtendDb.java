package org.extenddb.cli;

import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cli.host.CommandFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of ExtendDB. */
@Command(
        name = "extenddb",
        mixinStandardHelpOptions = true,
        version = "ExtendDB 1.0.0-SNAPSHOT",
        description = "DynamoDB's wire protocol on Jakarta EE, Open Liberty and PostgreSQL.",
        subcommands = {DevCommand.class, StatusCommand.class, StopCommand.class, LogsCommand.class},
        footer = "%nEverything is kept in $EXTENDDB_HOME (~/.extenddb).")
public final class ExtendDb {
    /** Held on to, because loggers that nobody holds forget their level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private ExtendDb() {}

    public static void main(String[] arguments) {
        DRIVER.setLevel(Level.OFF);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ExtendDb()).setExecutionExceptionHandler(ExtendDb::tell);
    }

    /** The outer edge: one line for what the user can mend, the whole trace for what is our mistake. */
    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof CommandFailure) {
            command.getErr().println("extenddb: " + failure.getMessage());
        } else {
            command.getErr().println("extenddb: " + failure);
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
