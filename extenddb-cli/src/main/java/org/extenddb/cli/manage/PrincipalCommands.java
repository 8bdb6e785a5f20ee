package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What can be done with users and roles, and not with groups: they have tags, and bounds. */
abstract class PrincipalCommands extends IdentityCommands {
    /** @param kind users or roles */
    PrincipalCommands(String kind) {
        super(kind);
    }

    @Command(description = "Sets tags beside those that are there.", mixinStandardHelpOptions = true)
    public void tag(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY=VALUE") Map<String, String> tags)
            throws IOException {
        new Tagging(client(), path(name, "tags")).set(tags);
        remote().output().done("Tagged.");
    }

    @Command(description = "Takes tags away.", mixinStandardHelpOptions = true)
    public void untag(
            @Parameters(index = "0", paramLabel = "NAME") String name,
            @Parameters(index = "1..*", arity = "1..*", paramLabel = "KEY") List<String> keys)
            throws IOException {
        new Tagging(client(), path(name, "tags")).remove(keys);
        remote().output().done("Untagged.");
    }

    /** The identity's state is what must not have changed meanwhile. */
    @Command(description = "Bounds its permissions by a managed policy.", mixinStandardHelpOptions = true)
    public void bound(@Parameters(paramLabel = "NAME") String name, @Parameters(paramLabel = "POLICY-ARN") String arn)
            throws IOException {
        AdminClient client = client();
        String tag = client.tag(path(name));
        client.send("PUT", path(name, "permissions-boundary"), tag, Map.of("policyArn", arn));
        remote().output().done("Bounded.");
    }

    @Command(description = "Takes the permissions boundary away.", mixinStandardHelpOptions = true)
    public void unbound(@Parameters(paramLabel = "NAME") String name) throws IOException {
        client().delete(path(name, "permissions-boundary"));
        remote().output().done("Unbounded.");
    }
}
