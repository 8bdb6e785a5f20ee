package org.extenddb.cli;

import java.util.concurrent.Callable;
import org.extenddb.cli.remote.RemoteOptions;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code extenddb whoami}. */
@Command(name = "whoami", mixinStandardHelpOptions = true, description = "Tells who has signed in, and where.")
final class WhoamiCommand implements Callable<Integer> {
    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Override
    public Integer call() throws Exception {
        remote.output().show(remote.client().get("whoami"));
        return CommandLine.ExitCode.OK;
    }
}
