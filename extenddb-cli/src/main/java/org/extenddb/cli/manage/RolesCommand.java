package org.extenddb.cli.manage;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage roles}. */
@Command(name = "roles", mixinStandardHelpOptions = true, description = "Roles of an account.")
final class RolesCommand extends PrincipalCommands {
    RolesCommand() {
        super("roles");
    }

    @Command(description = "Makes a role.", mixinStandardHelpOptions = true)
    void create(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--trust", required = true, paramLabel = "FILE", description = "The trust policy, JSON.")
                    Path trust,
            @Option(names = "--path") @Nullable String path,
            @Option(names = "--description") @Nullable String description,
            @Option(names = "--max-session", paramLabel = "SECONDS") @Nullable Integer maxSession)
            throws IOException {
        remote().output()
                .show(client().post(
                                all(),
                                body(
                                        "name",
                                        name,
                                        "path",
                                        path,
                                        "description",
                                        description,
                                        "trustPolicy",
                                        document(trust),
                                        "maxSessionDuration",
                                        maxSession)));
    }

    @Command(description = "Changes a role.", mixinStandardHelpOptions = true)
    void update(
            @Parameters(paramLabel = "NAME") String name,
            @Option(names = "--trust", paramLabel = "FILE", description = "The trust policy, JSON.") @Nullable
                    Path trust,
            @Option(names = "--description") @Nullable String description,
            @Option(names = "--max-session", paramLabel = "SECONDS") @Nullable Integer maxSession)
            throws IOException {
        remote().output()
                .show(client().change(
                                "PATCH",
                                path(name),
                                body(
                                        "description",
                                        description,
                                        "trustPolicy",
                                        trust == null ? null : document(trust),
                                        "maxSessionDuration",
                                        maxSession)));
    }
}
