package org.extenddb.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.Secrets;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.site.Endpoints;
import org.extenddb.cli.site.Initialization;
import org.extenddb.cli.site.Initialization.Administrator;
import org.extenddb.cli.site.Initialization.Plan;
import org.extenddb.cli.site.Initialization.Ports;
import org.extenddb.cli.site.MaintenanceOptions;
import org.extenddb.cli.site.SiteHome;
import org.extenddb.cli.site.SiteNames;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extenddb init}. */
@Command(
        name = "init",
        mixinStandardHelpOptions = true,
        description =
                "Sets an installation up on a PostgreSQL that is there already: database, roles, schema, encryption key,"
                        + " certificate, configuration, first administrator. What it makes is taken away again when a step fails.")
final class InitCommand implements Callable<Integer> {
    private static final int PASSWORD_LENGTH = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private MaintenanceOptions maintenance = new MaintenanceOptions();

    @Option(names = "--database", defaultValue = "extenddb", description = "The database to make (${DEFAULT-VALUE}).")
    private String database = "";

    @Option(
            names = "--owner",
            defaultValue = "extenddb_owner",
            description = "The role to make that owns the schema and migrates it (${DEFAULT-VALUE}).")
    private String owner = "";

    @Option(
            names = "--user",
            defaultValue = "extenddb",
            description = "The role to make for servers, which may read and write rows alone (${DEFAULT-VALUE}).")
    private String user = "";

    @Option(names = "--host", description = "A DNS name or address that clients use; may be given again.")
    private List<String> hosts = List.of();

    @Option(names = "--port", defaultValue = "8000", description = "Of AWS clients (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--admin-port", defaultValue = "9443", description = "Of the administration (${DEFAULT-VALUE}).")
    private int adminPort;

    @Option(names = "--admin-host", description = "Where the administration listens; loopback where it is left out.")
    private @Nullable String adminHost;

    @Option(names = "--administrator", defaultValue = "admin", description = "The first one (${DEFAULT-VALUE}).")
    private String administrator = "";

    @Option(
            names = "--administrator-password-file",
            paramLabel = "FILE",
            description =
                    "The first one's password, the first line; where it is left out one is made up, shown once, and has to"
                            + " be changed at the first sign-in.")
    private @Nullable Path passwordFile;

    @Override
    public Integer call() throws Exception {
        Database postgres = maintenance.database();
        SiteHome site = new SiteHome(DevHome.of(System.getenv()));
        site.home().open();
        SiteNames names = new SiteNames(database, owner, user);
        Administrator first = administrator();
        PrintWriter out = spec.commandLine().getOut();
        out.println("Setting up ExtendDB (home: " + site.home().root() + ")");
        Endpoints endpoints = new Initialization(
                        site,
                        new Plan(postgres, names, hosts, new Ports(port, adminPort, adminHost), first),
                        new Progress(out))
                .run();
        announce(site, names, first, endpoints, out);
        return CommandLine.ExitCode.OK;
    }

    private Administrator administrator() throws IOException {
        if (!administrator.matches("[\\w+=,.@-]{1,64}")) {
            throw new CommandFailure("An administrator's name has 1 to 64 letters, digits and any of +=,.@_-.");
        }
        if (passwordFile == null) {
            return new Administrator(administrator, Secrets.alphanumeric(PASSWORD_LENGTH), true);
        }
        String password = Files.readString(passwordFile).lines().findFirst().orElse("");
        List<String> faults = PasswordFaults.of(password, administrator);
        if (!faults.isEmpty()) {
            throw new CommandFailure(String.join(" ", faults));
        }
        return new Administrator(administrator, password, false);
    }

    private void announce(SiteHome site, SiteNames names, Administrator first, Endpoints endpoints, PrintWriter out) {
        out.println();
        out.println("  Database         " + names.database() + ", schema owned by " + names.owner() + ", served as "
                + names.user());
        out.println("  Endpoint         " + endpoints.data());
        out.println("  Administration   " + endpoints.administration());
        out.println("  Configuration    " + site.dropIn() + " (a drop-in for Liberty; holds secrets)");
        out.println("  Owner's password " + site.owner() + " (for migrate; servers do not need it)");
        out.println("  Encryption key   " + site.home().encryptionKey()
                + " (keep a copy apart from backups of the database)");
        out.println("  Certificate      " + site.home().tls().resolve("ca-bundle.pem") + " (what clients trust)");
        out.println("  Administrator    " + first.name());
        if (passwordFile == null) {
            out.println("  Password         " + first.password()
                    + " (shown this once; has to be changed at the first sign-in)");
        }
        out.println();
        out.println("Start it:    extenddb serve --background");
        out.println("Sign in:     extenddb login " + first.name() + (passwordFile == null ? " --change-password" : ""));
        out.flush();
    }
}
