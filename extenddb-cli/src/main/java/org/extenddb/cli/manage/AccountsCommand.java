package org.extenddb.cli.manage;

import java.io.IOException;
import org.extenddb.cli.remote.AdminClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage accounts}. */
@Command(
        name = "accounts",
        mixinStandardHelpOptions = true,
        description = "Accounts of the installation; for administrators.")
final class AccountsCommand extends Group {
    private static final String STATUS = "status";

    @Command(description = "All accounts.", mixinStandardHelpOptions = true)
    void list() throws IOException {
        remote().output().show(client().list("accounts"));
    }

    @Command(description = "One account.", mixinStandardHelpOptions = true)
    void get(@Parameters(paramLabel = "ID") String id) throws IOException {
        remote().output().show(client().get(path(id)));
    }

    @Command(
            description = "Makes an account; shows the access key of its root user, whose secret is seen here alone.",
            mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--id", description = "Twelve digits; any that are free where it is left out.") @Nullable
                    String id)
            throws IOException {
        remote().output().show(client().post("accounts", body("name", name, "accountId", id)));
    }

    @Command(description = "Gives an account another name.", mixinStandardHelpOptions = true)
    void rename(@Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "NAME") String name)
            throws IOException {
        remote().output().show(client().change("PATCH", path(id), body("name", name)));
    }

    @Command(
            description = "Closes an account: its keys become inactive, its sessions end; what it has stays.",
            mixinStandardHelpOptions = true)
    void close(@Parameters(paramLabel = "ID") String id) throws IOException {
        remote().output().show(client().change("PATCH", path(id), body(STATUS, "CLOSED")));
    }

    @Command(description = "Opens a closed account; its keys stay inactive.", mixinStandardHelpOptions = true)
    void reopen(@Parameters(paramLabel = "ID") String id) throws IOException {
        remote().output().show(client().change("PATCH", path(id), body(STATUS, "OPEN")));
    }

    private static String path(String id) {
        return AdminClient.path("accounts", id);
    }
}
