package org.extenddb.bench;

import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
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
    private int connections = 16;
    private double warmup = 30;
    private double seconds = 10;
    private int rounds = 3;
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
        if (argument.startsWith("--connections=")) {
            connections = Integer.parseInt(value);
        } else if (argument.startsWith("--warmup=")) {
            warmup = Double.parseDouble(value);
        } else if (argument.startsWith("--seconds=")) {
            seconds = Double.parseDouble(value);
        } else if (argument.startsWith("--rounds=")) {
            rounds = Integer.parseInt(value);
        } else if (argument.startsWith("--items=")) {
            shape = Workload.Shape.valueOf(value);
        } else if (argument.startsWith("--steps=")) {
            steps = Stream.of(value.split(",")).map(Workload.Step::valueOf).toList();
        } else {
            endpoints.add(Endpoint.parse(argument));
        }
    }

    private void run() throws IOException, InterruptedException {
        for (Endpoint endpoint : endpoints) {
            new Workload(endpoint, shape).prepare();
            for (Workload.Step step : steps) {
                Load.run(endpoint, new Workload(endpoint, shape).requests(step), connections, warmup);
            }
        }
        out.printf(
                "%d connections, items: %s, %.0f s warm-up for each operation, median of %d rounds of %.0f s%n",
                connections, shape, warmup, rounds, seconds);
        out.printf(
                "%-18s %-18s %10s %8s %8s %8s %8s%n",
                "operation", "endpoint", "per s", "p50 us", "p99 us", "cpu us", "ratio");
        for (Workload.Step step : steps) {
            print(step, measure(step));
        }
    }

    private List<Load.Result> measure(Workload.Step step) throws InterruptedException {
        List<List<Load.Result>> results = new ArrayList<>();
        endpoints.forEach(endpoint -> results.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < endpoints.size(); i++) {
                // Signed anew each round: a signature is good for fifteen minutes.
                List<SignedRequest> requests = new Workload(endpoints.get(i), shape).requests(step);
                results.get(i).add(Load.run(endpoints.get(i), requests, connections, seconds));
            }
        }
        return results.stream().map(Comparison::median).toList();
    }

    private static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
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
