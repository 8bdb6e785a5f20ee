package org.extenddb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
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
    private final Turns turns = new Turns(20, 5);
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
        if (!turns.option(argument)) {
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
            turns.warmUp(contestants(step, tables));
        }
        out.println(turns);
        for (Workload.Step step : STEPS) {
            print(step, tables, turns.measure(contestants(step, tables)));
        }
    }

    private List<Turns.Contestant> contestants(Workload.Step step, List<String> tables) {
        return tables.stream()
                .map(table -> new Turns.Contestant(
                        Objects.requireNonNull(endpoint), () -> workload(table).requests(step)))
                .toList();
    }

    private Workload workload(String table) {
        return new Workload(Objects.requireNonNull(endpoint), Workload.Shape.RECORD, table);
    }

    /** The ratio is against the plain table. */
    private void print(Workload.Step step, List<String> tables, List<Load.Result> results) {
        for (int i = 0; i < tables.size(); i++) {
            out.printf("%-18s %-12s %s%n", step, tables.get(i), results.get(i).against(results.get(0)));
        }
    }
}
