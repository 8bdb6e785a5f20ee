package org.extenddb.cli.manage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage policies}. */
@Command(
        name = "policies",
        mixinStandardHelpOptions = true,
        description = "Managed policies of an account, by name; those of AWS by aws: and name.")
final class PoliciesCommand extends Group {
    private static final String VERSIONS = "versions";

    @Command(description = "All of the account.", mixinStandardHelpOptions = true)
    void list(
            @Option(names = "--scope", description = "Local, AWS or All (${DEFAULT-VALUE}).", defaultValue = "Local")
                    String scope)
            throws IOException {
        remote().output().show(client().list(remote().inAccount("policies") + "?scope=" + AdminClient.encoded(scope)));
    }

    @Command(description = "One.", mixinStandardHelpOptions = true)
    void get(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().get(path(name)));
    }

    @Command(description = "Makes a policy.", mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "FILE", description = "The document, JSON.") Path file,
            @Option(names = "--path") @Nullable String path,
            @Option(names = "--description") @Nullable String description)
            throws IOException {
        remote().output()
                .show(client().post(
                                remote().inAccount("policies"),
                                body(
                                        "name",
                                        name,
                                        "path",
                                        path,
                                        "description",
                                        description,
                                        "policyDocument",
                                        document(file))));
    }

    @Command(
            description = "Takes a policy away; nothing may have it, and one version may be left.",
            mixinStandardHelpOptions = true)
    void delete(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name));
        remote().output().done("Deleted.");
    }

    @Command(description = "Its versions.", mixinStandardHelpOptions = true)
    void versions(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, VERSIONS)));
    }

    @Command(name = "get-version", description = "A version with its document.", mixinStandardHelpOptions = true)
    void getVersion(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "VERSION") String version)
            throws IOException {
        remote().output().show(client().get(path(name, VERSIONS, version)));
    }

    @Command(name = "add-version", description = "Makes a version.", mixinStandardHelpOptions = true)
    void addVersion(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "FILE", description = "The document, JSON.") Path file,
            @Option(names = "--default", description = "It counts from now on.") boolean asDefault)
            throws IOException {
        remote().output()
                .show(client().post(
                                path(name, VERSIONS),
                                body("policyDocument", document(file), "setAsDefault", asDefault)));
    }

    @Command(name = "set-default", description = "Chooses the version that counts.", mixinStandardHelpOptions = true)
    void setDefault(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "VERSION") String version)
            throws IOException {
        remote().output().show(client().change("PATCH", path(name), Map.of("defaultVersion", version)));
    }

    @Command(name = "delete-version", description = "Takes a version away.", mixinStandardHelpOptions = true)
    void deleteVersion(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "VERSION") String version)
            throws IOException {
        client().delete(path(name, VERSIONS, version));
        remote().output().done("Deleted.");
    }

    @Command(description = "Sets tags beside those that are there.", mixinStandardHelpOptions = true)
    void tag(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE") Map<String, String> tags)
            throws IOException {
        new Tagging(client(), path(name, "tags")).set(tags);
        remote().output().done("Tagged.");
    }

    @Command(description = "Takes tags away.", mixinStandardHelpOptions = true)
    void untag(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY") List<String> keys)
            throws IOException {
        new Tagging(client(), path(name, "tags")).remove(keys);
        remote().output().done("Untagged.");
    }

    @Command(description = "Who has it.", mixinStandardHelpOptions = true)
    void entities(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, "entities")));
    }

    private String path(String name, String... more) throws IOException {
        String path = remote().inAccount("policies", name);
        return more.length == 0 ? path : path + "/" + AdminClient.path(more);
    }
}
