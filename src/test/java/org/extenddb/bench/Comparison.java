package org.extenddb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Compares endpoints: {@code Comparison [--connections=16] [--warmup=30] [--seconds=10] [--rounds=3]
 * [--items=RECORD] [--steps=GET_ITEM,QUERY] name=url[#pid,pid] name=url[#pid]}. Each endpoint is warmed up with all steps
 * before the first is measured, so that no step pays for the compiling of what all share. Then each step measures the endpoints in
 * turns; the median round of each counts.
 */
public final class Comparison {
    private final PrintStream out;
    private final Turns turns = new Turns(30, 3);
    private Workload.Shape shape = Workload.Shape.RECORD;
    private List<Workload.Step> steps = List.of(Workload.Step.values());
    private final List<Endpoint> endpoints = new ArrayList<>();

    private Comparison(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Comparison comparison = new Comparison(System.out);
        for (String argument : args) {
            comparison.option(argument);
        }
        comparison.run();
    }

    private void option(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (argument.startsWith("--items=")) {
            shape = Workload.Shape.valueOf(value);
        } else if (argument.startsWith("--steps=")) {
            steps = Stream.of(value.split(",")).map(Workload.Step::valueOf).toList();
        } else if (!turns.option(argument)) {
            endpoints.add(Endpoint.parse(argument));
        }
    }

    private void run() throws IOException, InterruptedException {
        for (Endpoint endpoint : endpoints) {
            new Workload(endpoint, shape).prepare();
            for (Workload.Step step : steps) {
                turns.warmUp(List.of(contestant(endpoint, step)));
            }
        }
        out.printf("items: %s, for each operation %s%n", shape, turns);
        out.printf(
                "%-18s %-18s %10s %8s %8s %8s %8s%n",
                "operation", "endpoint", "per s", "p50 us", "p99 us", "cpu us", "ratio");
        for (Workload.Step step : steps) {
            print(
                    step,
                    turns.measure(endpoints.stream()
                            .map(endpoint -> contestant(endpoint, step))
                            .toList()));
        }
    }

    private Turns.Contestant contestant(Endpoint endpoint, Workload.Step step) {
        return new Turns.Contestant(endpoint, () -> new Workload(endpoint, shape).requests(step));
    }

    /** The ratio is against the last endpoint named. */
    private void print(Workload.Step step, List<Load.Result> results) {
        double base = results.get(results.size() - 1).perSecond();
        for (int i = 0; i < results.size(); i++) {
            Load.Result result = results.get(i);
            out.printf(
                    Locale.ROOT,
                    "%-18s %-18s %10.0f %8d %8d %8d %8.2f%n",
                    step,
                    endpoints.get(i).name(),
                    result.perSecond(),
                    result.p50Micros(),
                    result.p99Micros(),
                    result.cpuMicros(),
                    result.perSecond() / base);
        }
    }
}
