package org.extenddb.cli;

import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevServer;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.Terminal;
import org.extenddb.cli.site.MaintenanceOptions;
import org.extenddb.cli.site.SiteDatabase;
import org.extenddb.cli.site.SiteHome;
import org.extenddb.cli.site.SiteNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extenddb destroy}. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description =
                "Takes the installation of this home away: the database with everything in it, its roles, keys and"
                        + " certificate. Asks for the database's name.")
final class DestroyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Mixin
    private MaintenanceOptions maintenance = new MaintenanceOptions();

    @Option(names = "--confirm", paramLabel = "NAME", description = "The database's name, instead of asking for it.")
    private @Nullable String confirmed;

    @Override
    public Integer call() throws Exception {
        SiteHome site = new SiteHome(DevHome.of(System.getenv()));
        site.requireSetUp();
        SiteNames names = site.names();
        if (!names.database().equals(confirmed == null ? asked(names) : confirmed)) {
            throw new CommandFailure("That is not its name; nothing was destroyed.");
        }
        Progress progress = new Progress(spec.commandLine().getOut());
        SiteDatabase database = new SiteDatabase(maintenance.database(), names);
        progress.step("Stopping the server", () -> new DevServer(site.home()).stop());
        progress.step("Dropping database and roles", () -> {
            database.drop();
            return names;
        });
        site.delete();
        progress.line("Destroyed. Backups and the servers of other homes are as they were.");
        return CommandLine.ExitCode.OK;
    }

    private static String asked(SiteNames names) {
        String typed = Terminal.find()
                .orElseThrow(() ->
                        new CommandFailure("There is no terminal to ask at: use --confirm " + names.database() + "."))
                .readLine("This deletes the database and everything in it. Type its name to go on: ");
        return typed == null ? "" : typed.strip();
    }
}
