package org.extenddb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What it costs to tell of writes and to remember what they replace: {@code Recording [--connections=16] [--warmup=20] [--seconds=10]
 * [--rounds=5] name=url#pid,pid}. Writes two tables in turns, one plain and one with a stream (NEW_AND_OLD_IMAGES) or point-in-time
 * recovery or both; the median round of each counts.
 */
public final class Recording {
    private static final List<Workload.Step> STEPS =
            List.of(Workload.Step.PUT_ITEM, Workload.Step.UPDATE_ITEM, Workload.Step.BATCH_WRITE_ITEM);
    private static final String STREAM =
            "{\"TableName\":\"%s\",\"StreamSpecification\":{\"StreamEnabled\":true,\"StreamViewType\":\"NEW_AND_OLD_IMAGES\"}}";
    private static final String RECOVERY =
            "{\"TableName\":\"%s\",\"PointInTimeRecoverySpecification\":{\"PointInTimeRecoveryEnabled\":true}}";

    private final PrintStream out;
    private int connections = 16;
    private double warmup = 20;
    private double seconds = 10;
    private int rounds = 5;
    private @Nullable Endpoint endpoint;

    private Recording(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Recording recording = new Recording(System.out);
        for (String argument : args) {
            recording.option(argument);
        }
        recording.run();
    }

    private void option(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (argument.startsWith("--connections=")) {
            connections = Integer.parseInt(value);
        } else if (argument.startsWith("--warmup=")) {
            warmup = Double.parseDouble(value);
        } else if (argument.startsWith("--seconds=")) {
            seconds = Double.parseDouble(value);
        } else if (argument.startsWith("--rounds=")) {
            rounds = Integer.parseInt(value);
        } else {
            endpoint = Endpoint.parse(argument);
        }
    }

    private void run() throws IOException, InterruptedException {
        Endpoint server = Objects.requireNonNull(endpoint, "name=url");
        List<String> tables = List.of("plain", "streamed", "remembered", "both");
        for (String table : tables) {
            workload(table).prepare();
        }
        try (Connection connection = new Connection(server)) {
            for (String table : List.of("streamed", "both")) {
                connection.call(SignedRequest.of(server, "UpdateTable", STREAM.formatted(table)));
            }
            for (String table : List.of("remembered", "both")) {
                connection.call(SignedRequest.of(server, "UpdateContinuousBackups", RECOVERY.formatted(table)));
            }
        }
        for (Workload.Step step : STEPS) {
            for (String table : tables) {
                Load.run(server, workload(table).requests(step), connections, warmup / tables.size());
            }
        }
        out.printf("%d connections, median of %d rounds of %.0f s%n", connections, rounds, seconds);
        for (Workload.Step step : STEPS) {
            print(step, tables, measure(step, tables));
        }
    }

    private Workload workload(String table) {
        return new Workload(Objects.requireNonNull(endpoint), Workload.Shape.RECORD, table);
    }

    private List<Load.Result> measure(Workload.Step step, List<String> tables) throws InterruptedException {
        List<List<Load.Result>> results = new ArrayList<>();
        tables.forEach(table -> results.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < tables.size(); i++) {
                // Signed anew each round: a signature is good for fifteen minutes.
                List<SignedRequest> requests = workload(tables.get(i)).requests(step);
                results.get(i).add(Load.run(Objects.requireNonNull(endpoint), requests, connections, seconds));
            }
        }
        return results.stream().map(Recording::median).toList();
    }

    private static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }

    /** The ratio is against the plain table. */
    private void print(Workload.Step step, List<String> tables, List<Load.Result> results) {
        for (int i = 0; i < tables.size(); i++) {
            Load.Result result = results.get(i);
            out.printf(
                    Locale.ROOT,
                    "%-18s %-12s %8.0f/s  p50 %6d us  p99 %6d us  cpu %5d us  ratio %.2f (cpu %.2f)%n",
                    step,
                    tables.get(i),
                    result.perSecond(),
                    result.p50Micros(),
                    result.p99Micros(),
                    result.cpuMicros(),
                    result.perSecond() / results.get(0).perSecond(),
                    (double) result.cpuMicros() / results.get(0).cpuMicros());
        }
    }
}
