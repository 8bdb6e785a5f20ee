package org.extenddb.cli;

import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevServer;
import org.extenddb.cli.dev.DevState;
import org.extenddb.cli.host.RunningProcess;
import org.extenddb.cli.site.SiteHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code extenddb status}. */
@Command(
        name = "status",
        mixinStandardHelpOptions = true,
        description = "Tells whether a server runs on this home.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:ready", "1:it runs, but is not ready", "3:it does not run"})
final class StatusCommand implements Callable<Integer> {
    /** As the Linux Standard Base has it for programs that are not running. */
    private static final int NOT_RUNNING = 3;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        DevHome home = DevHome.of(System.getenv());
        DevServer server = new DevServer(home);
        Optional<DevState> state = server.running();
        Optional<RunningProcess> postgres = server.postgres();
        out.println("Home        " + home.root());
        out.println("PostgreSQL  "
                + postgres.map(process -> "runs, process " + process.pid()).orElse("no embedded one runs"));
        if (state.isEmpty()) {
            out.println("ExtendDB    does not run; start it with ./extenddb "
                    + (new SiteHome(home).isSetUp() ? "serve" : "dev"));
            return NOT_RUNNING;
        }
        boolean ready = server.isReady(state.get());
        out.println("ExtendDB    " + (ready ? "ready" : "runs, but is not ready") + ", process "
                + state.get().liberty().pid());
        out.println("Endpoint    " + state.get().endpoint());
        out.println("Console     " + state.get().console());
        return ready ? CommandLine.ExitCode.OK : CommandLine.ExitCode.SOFTWARE;
    }
}
