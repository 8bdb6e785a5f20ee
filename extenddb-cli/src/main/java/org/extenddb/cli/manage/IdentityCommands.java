package org.extenddb.cli.manage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What can be done with users, groups and roles alike. */
abstract class IdentityCommands extends Group {
    private final String kind;

    /** @param kind users, groups or roles */
    IdentityCommands(String kind) {
        this.kind = kind;
    }

    @Command(description = "All there are in the account.", mixinStandardHelpOptions = true)
    public void list(
            @Option(names = "--path-prefix", description = "Those whose path begins so.") @Nullable String pathPrefix)
            throws IOException {
        String query = pathPrefix == null ? "" : "?pathPrefix=" + AdminClient.encoded(pathPrefix);
        remote().output().show(client().list(remote().inAccount(kind) + query));
    }

    @Command(description = "One.", mixinStandardHelpOptions = true)
    public void get(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().get(path(name)));
    }

    @Command(description = "Takes one away; what it has has to be gone.", mixinStandardHelpOptions = true)
    public void delete(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name));
        remote().output().done("Deleted.");
    }

    @Command(description = "Names of its inline policies.", mixinStandardHelpOptions = true)
    public void policies(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, "policies")));
    }

    @Command(name = "get-policy", description = "An inline policy.", mixinStandardHelpOptions = true)
    public void getPolicy(
            @Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "POLICY") String policy)
            throws IOException {
        remote().output().show(client().get(path(name, "policies", policy)));
    }

    @Command(name = "put-policy", description = "Sets an inline policy.", mixinStandardHelpOptions = true)
    public void putPolicy(
            @Parameters(paramLabel = "NAME") String name,
            @Parameters(paramLabel = "POLICY") String policy,
            @Parameters(paramLabel = "FILE", description = "The document, JSON.") Path file)
            throws IOException {
        remote().output()
                .show(client().replace(path(name, "policies", policy), Map.of("policyDocument", document(file))));
    }

    @Command(name = "delete-policy", description = "Takes an inline policy away.", mixinStandardHelpOptions = true)
    public void deletePolicy(
            @Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "POLICY") String policy)
            throws IOException {
        client().delete(path(name, "policies", policy));
        remote().output().done("Deleted.");
    }

    @Command(description = "Its managed policies.", mixinStandardHelpOptions = true)
    public void attached(@Parameters(paramLabel = "NAME") String name) throws IOException {
        remote().output().show(client().list(path(name, "attached-policies")));
    }

    @Command(description = "Attaches a managed policy.", mixinStandardHelpOptions = true)
    public void attach(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "POLICY-ARN") String arn)
            throws IOException {
        client().post(path(name, "attached-policies"), Map.of("policyArn", arn));
        remote().output().done("Attached.");
    }

    @Command(description = "Detaches a managed policy.", mixinStandardHelpOptions = true)
    public void detach(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "POLICY-ARN") String arn)
            throws IOException {
        client().delete(path(name, "attached-policies") + "?arn=" + AdminClient.encoded(arn));
        remote().output().done("Detached.");
    }

    final String path(String name, String... more) throws IOException {
        String path = remote().inAccount(kind, name);
        return more.length == 0 ? path : path + "/" + AdminClient.path(more);
    }

    final String all() throws IOException {
        return remote().inAccount(kind);
    }
}
