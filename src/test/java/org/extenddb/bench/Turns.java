package org.extenddb.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

/** Measures things by turns, so that what else the machine does meets all of them; the median round of each counts. */
final class Turns {
    private int connections = 16;
    private double warmup;
    private double seconds = 10;
    private int rounds;

    /**
     * Unless options say otherwise.
     *
     * @param warmup in seconds
     */
    Turns(double warmup, int rounds) {
        this.warmup = warmup;
        this.rounds = rounds;
    }

    /**
     * What is measured.
     *
     * @param requests signed anew each time it is asked: a signature is good for fifteen minutes
     */
    record Contestant(Endpoint endpoint, Supplier<List<SignedRequest>> requests) {}

    /** False where it is none of {@code --connections=}, {@code --warmup=}, {@code --seconds=} and {@code --rounds=}. */
    boolean option(String argument) {
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
            return false;
        }
        return true;
    }

    /** Not measured. They share the time. */
    void warmUp(List<Contestant> contestants) throws InterruptedException {
        for (Contestant contestant : contestants) {
            Load.run(contestant.endpoint(), contestant.requests().get(), connections, warmup / contestants.size());
        }
    }

    /** One result a contestant. */
    List<Load.Result> measure(List<Contestant> contestants) throws InterruptedException {
        List<List<Load.Result>> results = new ArrayList<>();
        contestants.forEach(any -> results.add(new ArrayList<>()));
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < contestants.size(); i++) {
                Contestant contestant = contestants.get(i);
                results.get(i)
                        .add(Load.run(
                                contestant.endpoint(), contestant.requests().get(), connections, seconds));
            }
        }
        return results.stream().map(Turns::median).toList();
    }

    private static Load.Result median(List<Load.Result> results) {
        return results.stream()
                .sorted(Comparator.comparingDouble(Load.Result::perSecond))
                .toList()
                .get(results.size() / 2);
    }

    @Override
    public String toString() {
        return "%d connections, %.0f s warm-up, median of %d rounds of %.0f s"
                .formatted(connections, warmup, rounds, seconds);
    }
}
