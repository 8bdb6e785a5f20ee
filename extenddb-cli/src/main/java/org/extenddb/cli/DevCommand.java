package org.extenddb.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevOptions;
import org.extenddb.cli.dev.DevSession;
import org.extenddb.cli.dev.DevStart;
import org.extenddb.cli.dev.DevState;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.postgres.PostgresUrl;
import org.extenddb.cli.site.SiteHome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extenddb dev}: a server for development on this machine. */
@Command(
        name = "dev",
        mixinStandardHelpOptions = true,
        description = "Starts ExtendDB on an embedded PostgreSQL, ready for AWS clients on this machine.")
final class DevCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--port",
            defaultValue = "8000",
            description = "Port of the endpoint and the console (${DEFAULT-VALUE}).")
    private int port;

    @Option(names = "--http", description = "Plain HTTP without TLS, on the loopback address only. For development.")
    private boolean http;

    @Option(names = "--background", description = "Return once the server is ready; ./extenddb stop ends it.")
    private boolean background;

    @Option(
            names = "--reset",
            description =
                    "Begin with nothing: deletes the embedded database, access key, encryption key and certificate"
                            + " of this home without asking, and says so.")
    private boolean reset;

    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            description = "Use this PostgreSQL (14 or newer) and not an embedded one:"
                    + " postgresql://user:password@host:5432/database. User and password may be in PGUSER and"
                    + " PGPASSWORD.")
    private @Nullable String postgresUrl;

    @Override
    public Integer call() throws Exception {
        DevHome home = DevHome.of(System.getenv());
        if (new SiteHome(home).isSetUp()) {
            throw new CommandFailure("This home was set up by extenddb init: start it with extenddb serve.");
        }
        PrintWriter out = spec.commandLine().getOut();
        long start = System.nanoTime();
        out.println("Starting ExtendDB (home: " + home.root() + ")");
        Progress progress = new Progress(out);
        new DevSession(home, progress)
                .run(
                        new DevStart(home, options(), progress),
                        background,
                        state -> announce(home, state, (System.nanoTime() - start) / 1e9));
        return CommandLine.ExitCode.OK;
    }

    private DevOptions options() {
        if (port < 1 || port > 65_535) {
            throw new CommandFailure("--port is a number from 1 to 65535.");
        }
        if (reset && postgresUrl != null) {
            throw new CommandFailure(
                    "--reset deletes an embedded database only; empty the one of --postgres-url yourself.");
        }
        return new DevOptions(
                Installation.find(),
                port,
                http,
                reset,
                postgresUrl == null ? null : PostgresUrl.parse(postgresUrl, System.getenv()));
    }

    private void announce(DevHome home, DevState state, double seconds) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("Ready after %.1f s%s%n%n", seconds, http ? ". PLAIN HTTP: for development only" : "");
        out.println("  Endpoint  " + state.endpoint());
        out.println("  Console   " + state.console());
        out.println("  Sign in   as admin with the password "
                + Files.readString(home.adminPassword()).strip() + " (kept in " + home.adminPassword() + ")");
        out.println();
        out.println("For AWS clients in this shell: source " + home.awsEnv());
        out.println();
        Files.readAllLines(home.awsEnv()).forEach(line -> out.println("  " + line));
        out.println();
        out.println(background ? "It runs in the background; ./extenddb stop ends it." : "Ctrl-C stops it.");
        out.flush();
    }
}
