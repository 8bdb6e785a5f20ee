package org.extenddb.cli;

import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.FileFault;
import org.extenddb.cli.manage.AuditCommand;
import org.extenddb.cli.manage.JobsCommand;
import org.extenddb.cli.manage.ManageCommand;
import org.extenddb.cli.manage.SettingsCommand;
import org.extenddb.cli.remote.RemoteFailure;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command line of ExtendDB. */
@Command(
        name = "extenddb",
        mixinStandardHelpOptions = true,
        version = "ExtendDB 1.0.0-SNAPSHOT",
        description = "DynamoDB's wire protocol on Jakarta EE, Open Liberty and PostgreSQL.",
        subcommands = {
            DevCommand.class,
            StatusCommand.class,
            StopCommand.class,
            LogsCommand.class,
            InitCommand.class,
            ServeCommand.class,
            VerifyCommand.class,
            MigrateCommand.class,
            DestroyCommand.class,
            LoginCommand.class,
            LogoutCommand.class,
            WhoamiCommand.class,
            ManageCommand.class,
            SettingsCommand.class,
            AuditCommand.class,
            SimulateCommand.class,
            JobsCommand.class,
            GenerateCompletion.class
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done",
            "1:it failed",
            "2:wrong use of the command line",
            "3:the server of this home does not run",
            "4:nobody has signed in, or not successfully",
            "5:not allowed",
            "6:not there",
            "7:in another state than it would have to be",
            "8:the server cannot be reached, or its database"
        },
        footer = "%nEverything is kept in $EXTENDDB_HOME (~/.extenddb).")
public final class ExtendDb {
    /** Held on to, because loggers that nobody holds forget their level. */
    private static final Logger DRIVER = Logger.getLogger("org.postgresql");

    private static final Logger MIGRATION = Logger.getLogger("org.flywaydb");

    private ExtendDb() {}

    public static void main(String[] arguments) {
        DRIVER.setLevel(Level.OFF);
        MIGRATION.setLevel(Level.SEVERE);
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        return new CommandLine(new ExtendDb()).setExecutionExceptionHandler(ExtendDb::tell);
    }

    /** The outer edge: one line for what the user can mend, the whole trace for what is our mistake. */
    private static int tell(Exception failure, CommandLine command, CommandLine.ParseResult arguments) {
        if (failure instanceof RemoteFailure refused) {
            command.getErr().println("extenddb: " + failure.getMessage());
            command.getErr().flush();
            return refused.exitCode();
        }
        Optional<String> line = failure instanceof CommandFailure
                ? Optional.of(String.valueOf(failure.getMessage()))
                : FileFault.lineOf(failure);
        if (line.isPresent()) {
            command.getErr().println("extenddb: " + line.get());
        } else {
            command.getErr().println("extenddb: " + failure);
            failure.printStackTrace(command.getErr());
        }
        command.getErr().flush();
        return CommandLine.ExitCode.SOFTWARE;
    }
}
