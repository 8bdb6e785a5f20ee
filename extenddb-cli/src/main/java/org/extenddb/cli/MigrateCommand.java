package org.extenddb.cli;

import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.site.SiteHome;
import org.extenddb.cli.site.SiteSchema;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code extenddb migrate}. */
@Command(
        name = "migrate",
        mixinStandardHelpOptions = true,
        description =
                "Brings the schema of this home's installation up to date, as its owner: servers may not. Servers that run go on.")
final class MigrateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        SiteHome site = new SiteHome(DevHome.of(System.getenv()));
        site.requireSetUp();
        SiteSchema schema = new SiteSchema(site.asOwner(), site.names().user());
        Progress progress = new Progress(spec.commandLine().getOut());
        String version = progress.step("Migrating the schema", schema::migrate);
        progress.line("The schema is at version " + version + ".");
        return CommandLine.ExitCode.OK;
    }
}
