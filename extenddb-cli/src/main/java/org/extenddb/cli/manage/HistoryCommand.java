package org.extenddb.cli.manage;

import java.io.IOException;
import java.util.Map;
import org.extenddb.cli.remote.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code extenddb manage history}. */
@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "What an item was, as far back as point-in-time recovery of its table reaches.")
final class HistoryCommand extends Group {
    private static final String REGION = "${env:AWS_REGION:-us-east-1}";
    private static final String KEY = "The key, such as {\"pk\":{\"S\":\"a\"}}.";

    @Command(description = "As it was at a time.", mixinStandardHelpOptions = true)
    void at(
            @Parameters(paramLabel = "TABLE") String table,
            @Parameters(paramLabel = "KEY", description = KEY) String key,
            @Parameters(paramLabel = "TIME", description = "Such as 2026-01-31T12:00:00Z.") String time,
            @Option(names = "--region", defaultValue = REGION) String region)
            throws IOException {
        remote().output().show(client().post(path(region, table, "item"), body("key", key(key), "time", time)));
    }

    @Command(description = "From the newest on, with what each changed.", mixinStandardHelpOptions = true)
    void versions(
            @Parameters(paramLabel = "TABLE") String table,
            @Parameters(paramLabel = "KEY", description = KEY) String key,
            @Option(names = "--limit", description = "At most so many.") @Nullable Integer limit,
            @Option(
                            names = "--before",
                            paramLabel = "TIME",
                            description = "Those that began before the one that began then.")
                    @Nullable
                    String before,
            @Option(names = "--region", defaultValue = REGION) String region)
            throws IOException {
        Map<String, Object> answer =
                client().post(path(region, table, "versions"), body("key", key(key), "limit", limit, "next", before));
        remote().output().show(Json.elements(answer.get("items")));
    }

    private static Map<String, Object> key(String text) {
        return Json.object(text, "The key");
    }

    private String path(String region, String table, String what) throws IOException {
        return remote().inAccount("regions", region, "tables", table, "history", what);
    }
}
