package org.extenddb.cli;

import java.nio.file.Files;
import java.util.concurrent.Callable;
import org.extenddb.cli.dev.DevHome;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** {@code extenddb logout}. */
@Command(name = "logout", mixinStandardHelpOptions = true, description = "Forgets who has signed in.")
final class LogoutCommand implements Callable<Integer> {
    @Override
    public Integer call() throws Exception {
        Files.deleteIfExists(DevHome.of(System.getenv()).session());
        return CommandLine.ExitCode.OK;
    }
}
