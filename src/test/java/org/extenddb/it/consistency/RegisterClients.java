package org.extenddb.it.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.extenddb.it.consistency.Register.Answer;
import org.extenddb.it.consistency.Register.Kind;
import org.extenddb.it.consistency.Register.Request;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;

/** Clients that use a few items as registers, through any of the servers, and the history of what they saw. */
final class RegisterClients {
    private static final int KEYS_AT_ONCE = 3;

    /** Then other keys, so that no history becomes too long to be searched. */
    private static final int CALLS_A_KEY = 150;

    /** As many calls as one without an answer counts for: it may come anywhere in what follows, which makes the search long. */
    private static final int UNANSWERED_WEIGHT = 20;

    private static final int PAUSE_MILLIS = 20;

    private final String table;
    private final List<DynamoDbClient> servers;
    private final ConcurrentMap<String, Queue<Call<Request, Answer>>> histories = new ConcurrentHashMap<>();
    private final AtomicLong calls = new AtomicLong();
    private final AtomicLong values = new AtomicLong();
    private final AtomicLong unanswered = new AtomicLong();

    RegisterClients(String table, List<DynamoDbClient> servers) {
        this.table = table;
        this.servers = servers;
    }

    Runnable client(int number, AtomicBoolean stop) {
        Random random = new Random(number);
        return () -> {
            long lastSeen = Register.ABSENT;
            while (!stop.get()) {
                lastSeen = call(random, lastSeen);
            }
        };
    }

    private long call(Random random, long lastSeen) {
        long weight = calls.incrementAndGet() + UNANSWERED_WEIGHT * unanswered.get();
        long generation = weight / (CALLS_A_KEY * KEYS_AT_ONCE);
        String key = "register-" + generation + "-" + random.nextInt(KEYS_AT_ONCE);
        Request request = request(random, lastSeen);
        DynamoDbClient server = servers.get(random.nextInt(servers.size()));
        long invoked = System.nanoTime();
        Answer answer = null;
        try {
            answer = send(server, key, request);
        } catch (TransactionConflictException e) {
            return lastSeen; // certainly without effect
        } catch (DynamoDbException | SdkClientException e) {
            pause();
            if (request.kind() == Kind.READ || isRefusedConnection(e)) {
                return lastSeen;
            }
            unanswered.incrementAndGet();
        }
        long returned = answer == null ? Call.NEVER : System.nanoTime();
        histories
                .computeIfAbsent(key, any -> new ConcurrentLinkedQueue<>())
                .add(new Call<>(invoked, returned, request, answer));
        return answer == null || request.kind() == Kind.WRITE_IF ? lastSeen : answer.value();
    }

    private static boolean isRefusedConnection(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConnectException) {
                return true;
            }
        }
        return false;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Request request(Random random, long lastSeen) {
        Kind kind = Kind.values()[random.nextInt(Kind.values().length)];
        return new Request(kind, lastSeen, kind == Kind.ADD ? 1_000_000 : values.incrementAndGet());
    }

    private Answer send(DynamoDbClient server, String key, Request request) {
        return switch (request.kind()) {
            case READ -> new Answer(false, read(server, key));
            case WRITE -> {
                server.putItem(r -> r.tableName(table)
                        .item(Map.of("pk", AttributeValue.fromS(key), "v", Numbers.number(request.value()))));
                yield new Answer(true, request.value());
            }
            case WRITE_IF -> new Answer(writeIf(server, key, request), 0);
            case ADD -> new Answer(true, add(server, key, request.value()));
        };
    }

    private long read(DynamoDbClient server, String key) {
        return Numbers.number(
                server.getItem(r -> r.tableName(table).key(Numbers.key(key)).consistentRead(true))
                        .item(),
                "v");
    }

    private boolean writeIf(DynamoDbClient server, String key, Request request) {
        boolean absent = request.expected() == Register.ABSENT;
        try {
            server.putItem(r -> {
                r.tableName(table).item(Map.of("pk", AttributeValue.fromS(key), "v", Numbers.number(request.value())));
                if (absent) {
                    r.conditionExpression("attribute_not_exists(pk)");
                } else {
                    r.conditionExpression("v = :e")
                            .expressionAttributeValues(Map.of(":e", Numbers.number(request.expected())));
                }
            });
            return true;
        } catch (ConditionalCheckFailedException e) {
            return false;
        }
    }

    private long add(DynamoDbClient server, String key, long amount) {
        return Numbers.number(
                server.updateItem(r -> r.tableName(table)
                                .key(Numbers.key(key))
                                .updateExpression("ADD v :a")
                                .expressionAttributeValues(Map.of(":a", Numbers.number(amount)))
                                .returnValues(ReturnValue.UPDATED_NEW))
                        .attributes(),
                "v");
    }

    void assertLinearizable() {
        assertThat(histories).isNotEmpty();
        histories.forEach((key, history) -> assertThat(Linearizability.holds(new Register(), List.copyOf(history)))
                .as("linearizable: %s: %s", key, history)
                .isTrue());
    }

    @Override
    public String toString() {
        return calls + " calls of " + histories.size() + " registers, " + unanswered + " unanswered";
    }
}
