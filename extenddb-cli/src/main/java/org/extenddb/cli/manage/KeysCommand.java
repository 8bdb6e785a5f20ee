package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import org.extenddb.cli.remote.Passwords;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** {@code extenddb manage keys}. */
@Command(
        name = "keys",
        mixinStandardHelpOptions = true,
        description =
                "Access keys of a user, or of the account's root user. Secrets are seen when a key is made, and never again.")
final class KeysCommand extends Group {
    private static final String STATUS = "status";

    @Option(
            names = "--user",
            scope = ScopeType.INHERIT,
            description = "Whose they are; the root user's where it is left out.")
    private @Nullable String user;

    @Command(description = "All there are.", mixinStandardHelpOptions = true)
    void list() throws IOException {
        remote().output().show(client().list(path()));
    }

    @Command(description = "Makes a key.", mixinStandardHelpOptions = true)
    void create() throws IOException {
        remote().output().show(client().post(path(), Map.of()));
    }

    @Command(
            name = "import",
            description = "Takes over a key that was made elsewhere.",
            mixinStandardHelpOptions = true)
    void importKey(@Parameters(paramLabel = "KEY-ID") String id, @Mixin Passwords secret) throws IOException {
        String text = secret.read("Secret access key");
        remote().output().show(client().post(path(), Map.of("accessKeyId", id, "secretAccessKey", text)));
    }

    @Command(description = "Makes a new key, and this one inactive.", mixinStandardHelpOptions = true)
    void rotate(@Parameters(paramLabel = "KEY-ID") String id) throws IOException {
        remote().output().show(client().post(path(id, "rotate"), null));
    }

    @Command(description = "Makes a key sign nothing more.", mixinStandardHelpOptions = true)
    void deactivate(@Parameters(paramLabel = "KEY-ID") String id) throws IOException {
        client().patch(path(id), Map.of(STATUS, "Inactive"));
        remote().output().done("Inactive.");
    }

    @Command(description = "Makes a key sign again.", mixinStandardHelpOptions = true)
    void activate(@Parameters(paramLabel = "KEY-ID") String id) throws IOException {
        client().patch(path(id), Map.of(STATUS, "Active"));
        remote().output().done("Active.");
    }

    @Command(name = "last-used", description = "When and for what a key signed last.", mixinStandardHelpOptions = true)
    void lastUsed(@Parameters(paramLabel = "KEY-ID") String id) throws IOException {
        remote().output().show(client().get(path(id, "last-used")));
    }

    @Command(description = "Takes a key away.", mixinStandardHelpOptions = true)
    void delete(@Parameters(paramLabel = "KEY-ID") String id) throws IOException {
        client().delete(path(id));
        remote().output().done("Deleted.");
    }

    private String path(String... more) throws IOException {
        String owner = user;
        String path = owner == null
                ? remote().inAccount("root-access-keys")
                : remote().inAccount("users", owner, "access-keys");
        return more.length == 0 ? path : path + "/" + AdminClient.path(more);
    }
}
