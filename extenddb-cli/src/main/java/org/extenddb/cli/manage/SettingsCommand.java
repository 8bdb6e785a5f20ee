package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code extenddb settings}. */
@Command(
        name = "settings",
        mixinStandardHelpOptions = true,
        description = "What a server is set to, and what of it can change while servers run; for administrators.")
public final class SettingsCommand extends Group {
    @Command(description = "All settings.", mixinStandardHelpOptions = true)
    void list() throws IOException {
        remote().output().show(client().list("settings?limit=1000"));
    }

    @Command(description = "One setting.", mixinStandardHelpOptions = true)
    void get(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().get(path(name)));
    }

    @Command(description = "Sets one on all servers; not those that need a restart.", mixinStandardHelpOptions = true)
    void set(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "VALUE") String value)
            throws IOException {
        remote().output().show(client().change("PUT", path(name), Map.of("value", value)));
    }

    @Command(description = "Lets the configuration count again.", mixinStandardHelpOptions = true)
    void reset(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name));
        remote().output().show(client().get(path(name)));
    }

    private static String path(String name) {
        return AdminClient.path("settings", name);
    }
}
