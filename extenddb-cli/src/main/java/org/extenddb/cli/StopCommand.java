package org.extenddb.cli;

import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevServer;
import org.extenddb.cli.host.Progress;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code extenddb stop}. */
@Command(
        name = "stop",
        mixinStandardHelpOptions = true,
        description = "Stops the server of this home and its embedded PostgreSQL. Data stays.")
final class StopCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        DevHome home = DevHome.of(System.getenv());
        Progress progress = new Progress(spec.commandLine().getOut());
        boolean ran = new DevServer(home).stop();
        progress.line(ran ? "Stopped." : "Nothing runs on " + home.root() + ".");
        return CommandLine.ExitCode.OK;
    }
}
