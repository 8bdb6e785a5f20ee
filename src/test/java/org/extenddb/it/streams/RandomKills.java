package org.extenddb.it.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.server.ServerUnderTest;

/** Kills a server or the database, any of them at any time, and starts it again, as long as writers go on in between. */
record RandomKills(StreamProof proof, List<ServerUnderTest> servers, DurableDatabase database, Random random) {
    private static final int SHORTEST_CALM_SECONDS = 5;
    private static final int LONGEST_CALM_SECONDS = 20;
    private static final int ENOUGH = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    static RandomKills of(StreamProof proof, List<ServerUnderTest> servers, DurableDatabase database) {
        long seed = System.nanoTime();
        System.out.println("kills by the seed " + seed);
        return new RandomKills(proof, servers, database, new Random(seed));
    }

    /** Does so for this long, and somewhat longer. */
    void during(Duration length) throws IOException, InterruptedException {
        int[] kills = new int[servers.size() + 1];
        long end = System.nanoTime() + length.toNanos();
        while (System.nanoTime() < end) {
            TimeUnit.SECONDS.sleep(random.nextInt(SHORTEST_CALM_SECONDS, LONGEST_CALM_SECONDS));
            int victim = random.nextInt(kills.length);
            kills[victim]++;
            if (victim < servers.size()) {
                kill(servers.get(victim));
            } else {
                database.kill();
                database.start();
            }
            awaitProgress();
        }
        System.out.println("killed so often, the database last: " + Arrays.toString(kills));
    }

    private void kill(ServerUnderTest server) throws InterruptedException {
        server.kill();
        awaitProgress();
        server.startAgain();
        server.awaitReady();
    }

    private void awaitProgress() throws InterruptedException {
        long goal = proof.acknowledged() + ENOUGH;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (proof.acknowledged() < goal) {
            assertThat(System.nanoTime()).as("writers go on").isLessThan(deadline);
            TimeUnit.MILLISECONDS.sleep(50);
        }
    }
}
