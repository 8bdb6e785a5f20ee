package org.extenddb.cli;

import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.extenddb.cli.remote.Json;
import org.extenddb.cli.remote.RemoteOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code extenddb simulate}. */
@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = "Tells whether somebody could do something, and which statements decide.",
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all of it is allowed", "9:something is denied"})
final class SimulateCommand implements Callable<Integer> {
    private static final int DENIED = 9;

    @Mixin
    private RemoteOptions remote = new RemoteOptions();

    @Option(names = "--principal", paramLabel = "ARN", description = "A user, group or role whose policies count.")
    private @Nullable String principal;

    @Option(names = "--policy", paramLabel = "FILE", description = "A policy that counts beside them.")
    private @Nullable List<Path> policies;

    @Option(names = "--boundary", paramLabel = "FILE", description = "A permissions boundary instead of its own.")
    private @Nullable Path boundary;

    @Option(names = "--resource-policy", paramLabel = "FILE", description = "The policy of the resources.")
    private @Nullable Path resourcePolicy;

    @Option(names = "--action", required = true, description = "Such as dynamodb:GetItem; may be given again.")
    private List<String> actions = List.of();

    @Option(names = "--resource", paramLabel = "ARN", description = "May be given again; * where it is left out.")
    private @Nullable List<String> resources;

    @Option(names = "--context", paramLabel = "KEY=VALUE", description = "Values of a condition key, by commas.")
    private @Nullable Map<String, String> context;

    @Override
    public Integer call() throws Exception {
        List<Object> results = Json.elements(
                remote.client().post(remote.inAccount("simulate"), body()).get("items"));
        if (remote.isJson()) {
            remote.output().show(results);
        } else {
            results.forEach(result -> print(Json.named(result), remote.out()));
        }
        boolean allowed = results.stream()
                .allMatch(result -> "allowed".equals(Json.named(result).get("evalDecision")));
        return allowed ? CommandLine.ExitCode.OK : DENIED;
    }

    private Map<String, Object> body() throws Exception {
        Map<String, Object> body = new LinkedHashMap<>();
        put(body, "principal", principal);
        List<Object> documents = new ArrayList<>();
        for (Path policy : policies == null ? List.<Path>of() : policies) {
            documents.add(document(policy));
        }
        body.put("policies", documents);
        put(body, "permissionsBoundary", boundary == null ? null : document(boundary));
        put(body, "resourcePolicy", resourcePolicy == null ? null : document(resourcePolicy));
        body.put("actions", actions);
        put(body, "resources", resources);
        if (context != null) {
            Map<String, Object> values = new LinkedHashMap<>();
            context.forEach((key, value) -> values.put(key, List.of(value.split(","))));
            body.put("context", values);
        }
        return body;
    }

    private static void print(Map<String, Object> result, PrintWriter out) {
        out.println(result.get("evalDecision") + "  " + result.get("evalActionName") + "  on  "
                + result.get("evalResourceName"));
        if (result.get("message") != null) {
            out.println("  " + result.get("message"));
        }
        List<Object> missing = Json.elements(result.get("missingContextValues"));
        if (!missing.isEmpty()) {
            out.println("  might be otherwise with --context " + missing);
        }
        for (Object element : Json.elements(result.get("trace"))) {
            Map<String, Object> statement = Json.named(element);
            out.printf(
                    "  %-8s %-9s %s / %s: %s%s%n",
                    statement.get("effect"),
                    statement.get("policyType"),
                    statement.get("policy"),
                    statement.get("statement"),
                    statement.get("outcome"),
                    statement.get("condition") == null ? "" : " (" + statement.get("condition") + ")");
        }
        out.flush();
    }

    private static Map<String, Object> document(Path file) throws Exception {
        return Json.object(Files.readString(file), file.toString());
    }

    private static void put(Map<String, Object> body, String name, @Nullable Object value) {
        if (value != null) {
            body.put(name, value);
        }
    }
}
