package org.extenddb.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Compares one user who has one policy with many who have many: {@code Rights [--users=1000] [--policies=100] [--connections=16]
 * [--warmup=20] [--seconds=10] [--rounds=5] [--pause] name=url#pid,pid}. Both read items, in turns; the median round of each counts.
 * The last policy that is looked at is the one that allows it. With {@code --pause} it waits for a line of input before it measures.
 */
public final class Rights {
    private final PrintStream out;
    private int users = 1_000;
    private int policies = 100;
    private final Turns turns = new Turns(20, 5);
    private boolean pause;
    private @Nullable Endpoint endpoint;

    private Rights(PrintStream out) {
        this.out = out;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        Rights rights = new Rights(System.out);
        for (String argument : args) {
            rights.option(argument);
        }
        rights.run();
    }

    private void option(String argument) {
        String value = argument.substring(argument.indexOf('=') + 1);
        if (argument.startsWith("--users=")) {
            users = Integer.parseInt(value);
        } else if (argument.startsWith("--policies=")) {
            policies = Integer.parseInt(value);
        } else if (argument.equals("--pause")) {
            pause = true;
        } else if (!turns.option(argument)) {
            endpoint = Endpoint.parse(argument);
        }
    }

    private void run() throws IOException, InterruptedException {
        Endpoint server = Objects.requireNonNull(endpoint, "name=url");
        new Workload(server, Workload.Shape.RECORD).prepare();
        long start = System.nanoTime();
        List<Endpoint> one = new Population(server, "one").users(1, 1);
        List<Endpoint> many = new Population(server, "many").users(users, policies);
        out.printf(
                "%d users with %d policies each made in %.0f s%n", users, policies, (System.nanoTime() - start) / 1e9);
        List<Turns.Contestant> contestants = List.of(
                new Turns.Contestant(server, () -> requests(one)), new Turns.Contestant(server, () -> requests(many)));
        for (Turns.Contestant each : contestants) {
            turns.warmUp(List.of(each));
        }
        if (pause) {
            out.println("Ready to measure");
            new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        }
        out.println(turns);
        List<Load.Result> results = turns.measure(contestants);
        print("one user, one policy", results.get(0), results.get(0));
        print(users + " users, " + policies + " each", results.get(1), results.get(0));
    }

    /** Neighbours are of different users. */
    private List<SignedRequest> requests(List<Endpoint> senders) {
        int count = Math.max(2_000, 2 * senders.size());
        return IntStream.range(0, count)
                .mapToObj(i -> SignedRequest.of(
                        senders.get(i % senders.size()),
                        "GetItem",
                        "{\"TableName\":\"bench\",\"Key\":{\"pk\":{\"S\":\"p%d\"},\"sk\":{\"N\":\"%d\"}}}"
                                .formatted(i % 500, i % 20)))
                .toList();
    }

    private void print(String what, Load.Result result, Load.Result base) {
        out.printf("%-28s %s%n", what, result.against(base));
    }
}
