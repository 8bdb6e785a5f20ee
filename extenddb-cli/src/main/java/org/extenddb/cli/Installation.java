package org.extenddb.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import org.extenddb.cli.host.CommandFailure;

/** Where the launcher script says that the built server is. */
final class Installation {
    private Installation() {}

    static Path find() {
        String path = System.getProperty("extenddb.installation", "");
        if (path.isEmpty() || !Files.isDirectory(Path.of(path))) {
            throw new CommandFailure(
                    "There is no built server; run ./extenddb at the top of the source tree, which builds it.");
        }
        return Path.of(path);
    }
}
