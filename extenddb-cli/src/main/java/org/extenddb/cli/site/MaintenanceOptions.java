package org.extenddb.cli.site;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.postgres.PostgresUrl;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Which PostgreSQL, and who may make databases there. */
public final class MaintenanceOptions {
    @Option(
            names = "--postgres-url",
            paramLabel = "URL",
            required = true,
            description =
                    "A role that may create roles and databases, without its password: postgresql://postgres@host:5432/postgres."
                            + " The password comes from PGPASSWORD or --postgres-password-file.")
    private String url = "";

    @Option(
            names = "--postgres-password-file",
            paramLabel = "FILE",
            description = "The role's password, the first line.")
    private @Nullable Path passwordFile;

    public Database database() throws IOException {
        if (url.matches("[^/]*//[^/@]*:[^/@]*@.*") || url.contains("password=")) {
            throw new CommandFailure(
                    "Others on this machine see the command line: the password comes from PGPASSWORD or --postgres-password-file.");
        }
        Map<String, String> environment = new HashMap<>(System.getenv());
        if (passwordFile != null) {
            environment.put(
                    "PGPASSWORD",
                    Files.readString(passwordFile).lines().findFirst().orElse(""));
        }
        return PostgresUrl.parse(url, environment);
    }
}
