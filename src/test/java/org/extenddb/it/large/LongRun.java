package org.extenddb.it.large;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import org.extenddb.bench.ServerHeap;
import org.extenddb.it.admin.Rest;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.server.Deployment;
import org.extenddb.it.server.ServerUnderTest;
import org.extenddb.it.server.ServerVariables;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.protocols.jsoncore.JsonNode;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** A server and a database of a test's own that takes minutes, and what it measures. */
final class LongRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(30);
    private static final int POLL_MILLIS = 250;

    final ServerUnderTest server;
    final DynamoDbClient client;
    private final DurableDatabase database;
    private final String bucket;
    private @Nullable Rest administration;

    private LongRun(String purpose) throws IOException {
        bucket = purpose + "-" + Long.toString(System.currentTimeMillis(), 36);
        database = DurableDatabase.create();
        server = ServerUnderTest.starting(purpose, Deployment.on(database.jdbcUrl()));
        client = AwsClient.withoutRetries(server);
    }

    /** @param purpose names directory and bucket */
    static LongRun start(String purpose) throws IOException {
        LongRun run = new LongRun(purpose);
        run.server.awaitReady();
        return run;
    }

    /** Another for each run. */
    String bucket() {
        return bucket;
    }

    Path bucketDirectory() {
        return ServerVariables.STORE.resolve(bucket);
    }

    /** Kills the server as soon as this holds, and starts it again. */
    void killWhen(BooleanSupplier condition) throws InterruptedException {
        until(condition);
        server.kill();
        server.startAgain();
        server.awaitReady();
    }

    /** Returns when it holds; the server may be away for a moment. */
    static void until(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!holds(condition)) {
            assertThat(System.nanoTime() - end).as("time is up").isNegative();
            Thread.sleep(POLL_MILLIS);
        }
    }

    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (SdkException | UncheckedIOException e) {
            return false;
        }
    }

    /** How many items the latest job of a kind has done, as the administration shows it. */
    long done(String kind) {
        Rest rest = administration == null ? Rest.signedIn(server) : administration;
        administration = rest;
        return rest.get("jobs").json().getJsonArray("items").stream()
                .map(JsonNode::asObject)
                .filter(job -> job.get("kind").asString().equals(kind))
                .mapToLong(job -> Long.parseLong(job.get("done").asNumber()))
                .findFirst()
                .orElse(0);
    }

    /** Tells how long it took. */
    static <T> T timed(String what, long items, Callable<T> work) throws Exception {
        long begun = System.nanoTime();
        T result = work.call();
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf(Locale.ROOT, "%s: %,d items in %.1f s, %,.0f/s%n", what, items, seconds, items / seconds);
        return result;
    }

    /** Tells how much of the server's Java heap is live. */
    void tellHeap(String when) {
        System.out.println("live heap " + when + ": " + new ServerHeap(server.pid()).live() + " MB");
    }

    @Override
    public void close() throws IOException {
        client.close();
        server.kill();
        database.kill();
    }
}
