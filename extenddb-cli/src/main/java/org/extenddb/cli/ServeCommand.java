package org.extenddb.cli;

import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.dev.DevSession;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.site.SiteHome;
import org.extenddb.cli.site.SiteStart;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code extenddb serve}. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Starts a server of the installation that extenddb init has made on this home.")
final class ServeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Option(names = "--background", description = "Return once the server is ready; extenddb stop ends it.")
    private boolean background;

    @Override
    public Integer call() throws Exception {
        SiteHome site = new SiteHome(DevHome.of(System.getenv()));
        site.requireSetUp();
        Progress progress = new Progress(spec.commandLine().getOut());
        new DevSession(site.home(), progress)
                .run(new SiteStart(site, Installation.find(), progress), background, state -> {
                    progress.line("  Endpoint        " + state.endpoint());
                    progress.line("  Administration  " + state.administration());
                    progress.line(
                            background ? "It runs in the background; extenddb stop ends it." : "Ctrl-C stops it.");
                });
        return CommandLine.ExitCode.OK;
    }
}
