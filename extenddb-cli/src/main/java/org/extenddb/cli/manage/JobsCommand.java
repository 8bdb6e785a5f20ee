package org.extenddb.cli.manage;

import java.io.IOException;
import org.extenddb.cli.remote.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code extenddb jobs}. */
@Command(
        name = "jobs",
        mixinStandardHelpOptions = true,
        description = "What servers do in the background; for administrators.")
public final class JobsCommand extends Group {
    @Command(description = "All there are.", mixinStandardHelpOptions = true)
    void list() throws IOException {
        remote().output().show(client().list("jobs"));
    }

    @Command(description = "One.", mixinStandardHelpOptions = true)
    void get(@Parameters(paramLabel = "ID") String id) throws IOException {
        remote().output().show(client().get(path(id)));
    }

    @Command(description = "Has one end before it is done.", mixinStandardHelpOptions = true)
    void cancel(@Parameters(paramLabel = "ID") String id) throws IOException {
        client().delete(path(id));
        remote().output().done("Cancelled.");
    }

    private static String path(String id) {
        return AdminClient.path("jobs", id);
    }
}
