package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.remote.AdminClient;
import org.extenddb.cli.remote.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code extenddb audit}. */
@Command(
        name = "audit",
        mixinStandardHelpOptions = true,
        description = "Who did what, when, from where, and whether it was let; for administrators.")
public final class AuditCommand extends Group {
    /** What {@code extenddb verify} says of a fault, too. */
    private static final int BROKEN = 9;

    @Command(description = "The latest records.", mixinStandardHelpOptions = true)
    void list(
            @Option(names = "--actor", description = "An ARN, administrator/<name>, or the name alone.") @Nullable
                    String actor,
            @Option(names = "--action", description = "Such as iam:CreateUser.") @Nullable String action,
            @Option(names = "--outcome", description = "ALLOWED, DENIED or FAILED.") @Nullable String outcome,
            @Option(names = "--from", paramLabel = "TIME", description = "Not before, such as 2026-01-31T00:00:00Z.")
                    @Nullable
                    String from,
            @Option(names = "--to", paramLabel = "TIME", description = "Before this time.") @Nullable String to,
            @Option(
                            names = {"-n", "--lines"},
                            defaultValue = "100",
                            description = "How many (${DEFAULT-VALUE}).")
                    int lines)
            throws IOException {
        List<String> query = new ArrayList<>();
        add(query, "actor", actor);
        add(query, "action", action);
        add(query, "outcome", outcome);
        add(query, "from", from);
        add(query, "to", to);
        add(query, "account", remote().givenAccount());
        add(query, "limit", Integer.toString(Math.max(1, Math.min(1000, lines))));
        remote().output()
                .show(Json.elements(
                        client().get("audit?" + String.join("&", query)).get("items")));
    }

    @Command(
            description = "Walks along the log's chain of hashes.",
            mixinStandardHelpOptions = true,
            exitCodeListHeading = "Exit codes:%n",
            exitCodeList = {"0:the log is whole", "9:it is not"})
    int verify() throws IOException {
        Map<String, Object> log = client().post("audit/verify", null);
        remote().output().show(log);
        return Boolean.TRUE.equals(log.get("intact")) ? CommandLine.ExitCode.OK : BROKEN;
    }

    private static void add(List<String> query, String name, @Nullable String value) {
        if (value != null) {
            query.add(name + "=" + AdminClient.encoded(value));
        }
    }
}
