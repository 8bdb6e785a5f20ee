package org.extenddb.it.admin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.function.BooleanSupplier;
import org.extenddb.it.admin.Rest.Answer;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** What the tests of administration ask again and again. */
final class Expectations {
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private Expectations() {}

    static void assertProblem(Answer answer, int status, String title) {
        assertThat(answer.status()).as(answer.body()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().getString("title")).isEqualTo(title);
        assertThat(answer.json().getInt("status")).isEqualTo(status);
    }

    static void assertSoon(BooleanSupplier condition) {
        assertWithin(SOON, condition);
    }

    /** For what is promised for no moment. */
    static void assertEventually(BooleanSupplier condition) {
        assertWithin(PATIENCE, condition);
    }

    private static void assertWithin(Duration time, BooleanSupplier condition) {
        long deadline = System.nanoTime() + time.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < deadline) {
            Thread.onSpinWait();
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    /** With what a server refuses somebody's simplest request; null when it does not. */
    static @Nullable String refusal(DynamoDbClient client) {
        try {
            client.listTables();
            return null;
        } catch (DynamoDbException e) {
            return e.awsErrorDetails().errorCode();
        }
    }

    /** Somebody else has changed it meanwhile. */
    static void assertStale(Answer answer) {
        assertProblem(answer, 412, "Changed");
    }
}
