package org.extenddb.it.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.outage.TwoServers;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeDefinition;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.BillingMode;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.GlobalSecondaryIndex;
import software.amazon.awssdk.services.dynamodb.model.IndexStatus;
import software.amazon.awssdk.services.dynamodb.model.KeySchemaElement;
import software.amazon.awssdk.services.dynamodb.model.KeyType;
import software.amazon.awssdk.services.dynamodb.model.ProjectionType;
import software.amazon.awssdk.services.dynamodb.model.ResourceNotFoundException;
import software.amazon.awssdk.services.dynamodb.model.ScalarAttributeType;
import software.amazon.awssdk.services.dynamodb.model.StreamViewType;

/** The database is killed under two servers, then one of them, then both. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
public abstract class Crashes {
    private static final int ENOUGH = 300;
    private static final Duration OUTAGE = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final TwoServers pair;
    private final DurableDatabase database;
    private final List<ServerUnderTest> servers;
    private final List<DynamoDbClient> clients;

    protected Crashes(TwoServers pair) {
        this.pair = pair;
        this.database = pair.database();
        this.servers = pair.servers();
        this.clients = pair.clients();
    }

    @BeforeEach
    void beginFromStartedServers() throws IOException {
        pair.restore();
    }

    @Test
    void tables_ofOneServer_areTheOthers() throws InterruptedException {
        createTable("shared");
        for (int generation = 0; generation < 3; generation++) {
            Map<String, AttributeValue> item = Ticket.of("gate", generation + 1);
            clients.get(1).putItem(r -> r.tableName("shared").item(item));
            assertThat(value(clients.get(0), "shared", "gate")).isEqualTo(generation + 1);

            clients.get(0).deleteTable(r -> r.tableName("shared"));
            await(() -> isUnknown(clients.get(1), "shared"));
            createTable("shared");
            assertThat(value(clients.get(1), "shared", "gate")).isEqualTo(Ledger.ABSENT);
        }
        clients.get(1).deleteTable(r -> r.tableName("shared"));
    }

    private static boolean isUnknown(DynamoDbClient client, String table) {
        try {
            client.putItem(r -> r.tableName(table).item(Ticket.of("late", 1)));
            return false;
        } catch (ResourceNotFoundException e) {
            return true;
        }
    }

    @Test
    void conditionalUpdates_ofBothServers_loseNothing() throws Exception {
        createTable("counted");
        clients.get(0).putItem(r -> r.tableName("counted").item(Ticket.of("counter", 1)));
        ExecutorService threads = Executors.newFixedThreadPool(6);
        List<Future<Integer>> increments = IntStream.range(0, 6)
                .mapToObj(n -> threads.submit(() -> incrementForAWhile(clients.get(n % clients.size()))))
                .toList();
        int acknowledged = 0;
        for (Future<Integer> increment : increments) {
            acknowledged += increment.get();
        }
        threads.shutdown();
        assertThat(acknowledged).isGreaterThan(5);
        assertThat(value(clients.get(1), "counted", "counter")).isEqualTo(1 + acknowledged);
    }

    private int incrementForAWhile(DynamoDbClient client) {
        int acknowledged = 0;
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        while (System.nanoTime() < end) {
            long seen = value(client, "counted", "counter");
            try {
                client.putItem(r -> r.tableName("counted")
                        .item(Ticket.of("counter", seen + 1))
                        .conditionExpression("val = :seen")
                        .expressionAttributeValues(Map.of(":seen", Ticket.number(seen))));
                acknowledged++;
            } catch (ConditionalCheckFailedException e) {
                // Somebody else was quicker.
            }
        }
        return acknowledged;
    }

    @Test
    void databaseKilled_inTheMiddleOfWrites_losesNothing() throws Exception {
        createTable("outage");
        Writers writers = new Writers("outage", clients);
        writers.awaitProgress(ENOUGH);
        database.kill();
        await(() -> servers.stream().noneMatch(ServerUnderTest::isReady));
        long duringOutage = writers.acknowledged();
        Thread.sleep(OUTAGE.toMillis());
        assertThat(writers.acknowledged()).isEqualTo(duringOutage);

        database.start();
        writers.awaitProgress(ENOUGH);
        servers.forEach(ServerUnderTest::awaitReady);
        writers.stop();

        assertThat(writers.unanswered()).isPositive();
        clients.forEach(writers::assertNothingLost);
        ItemChains.assertComplete(servers.get(1), clients.get(0), "outage");
    }

    @Test
    void serverKilled_inTheMiddleOfWrites_losesNothing() throws Exception {
        createTable("crash");
        Writers writers = new Writers("crash", clients);
        writers.awaitProgress(ENOUGH);
        servers.get(0).kill();
        writers.awaitProgress(ENOUGH);
        servers.get(0).startAgain();
        servers.get(0).awaitReady();
        writers.awaitProgress(ENOUGH);
        writers.stop();

        assertThat(writers.unanswered()).isPositive();
        clients.forEach(writers::assertNothingLost);
        ItemChains.assertComplete(servers.get(0), clients.get(1), "crash");
    }

    /**
     * Items before the index: 3,000, or as many as {@code -Dextenddb.backfill.items} says. One of the servers stays dead, whichever had begun
     * the work; so this is the last test.
     */
    @Test
    @Order(Integer.MAX_VALUE)
    void indexAdded_allServersKilledInTheMiddle_isBuiltUnderWriteLoad() throws Exception {
        createTableWithoutIndex("late");
        LateIndex index = new LateIndex("late");
        index.fill(clients.get(0), Integer.getInteger("extenddb.backfill.items", 3_000));
        Writers writers = new Writers("late", clients);
        writers.awaitProgress(ENOUGH);
        try (HeldRow row = HeldRow.inTheMiddleOf(database, "late", "filled-")) {
            index.create(clients.get(1));
            assertThat(row.awaitBackfill()).isPositive();
            assertThat(index.describe(clients.get(1)).indexStatus()).isEqualTo(IndexStatus.CREATING);
            assertThat(index.describe(clients.get(1)).backfilling()).isTrue();
            assertThatThrownBy(
                            () -> clients.get(1).scan(r -> r.tableName("late").indexName(LateIndex.NAME)))
                    .hasMessageContaining("Cannot read from backfilling global secondary index: " + LateIndex.NAME);
            writers.awaitProgress(ENOUGH);
            assertThat(writers.unanswered()).as("writes that failed").isZero();
            servers.forEach(ServerUnderTest::kill);
        }
        servers.get(1).startAgain();
        servers.get(1).awaitReady();
        index.awaitActive(clients.get(1));
        writers.awaitProgress(ENOUGH);
        writers.stop();

        writers.assertNothingLost(clients.get(1));
        index.awaitItemCount(clients.get(1), writers.indexed(clients.get(1)));
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(deadline);
            Thread.sleep(50);
        }
    }

    private void createTableWithoutIndex(String name) {
        clients.get(0)
                .createTable(r -> r.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("pk", KeyType.HASH))
                        .attributeDefinitions(attribute("pk", ScalarAttributeType.S)));
        clients.get(1).waiter().waitUntilTableExists(r -> r.tableName(name));
    }

    private void createTable(String name) {
        clients.get(0)
                .createTable(r -> r.tableName(name)
                        .billingMode(BillingMode.PAY_PER_REQUEST)
                        .keySchema(key("pk", KeyType.HASH))
                        .attributeDefinitions(
                                attribute("pk", ScalarAttributeType.S),
                                attribute("grp", ScalarAttributeType.S),
                                attribute("val", ScalarAttributeType.N))
                        .streamSpecification(
                                s -> s.streamEnabled(true).streamViewType(StreamViewType.NEW_AND_OLD_IMAGES))
                        .globalSecondaryIndexes(GlobalSecondaryIndex.builder()
                                .indexName("by_group")
                                .keySchema(key("grp", KeyType.HASH), key("val", KeyType.RANGE))
                                .projection(p -> p.projectionType(ProjectionType.ALL))
                                .build()));
        clients.get(1).waiter().waitUntilTableExists(r -> r.tableName(name));
    }

    private static long value(DynamoDbClient client, String table, String pk) {
        return Ticket.value(
                client.getItem(r -> r.tableName(table).key(Ticket.key(pk)).consistentRead(true))
                        .item());
    }

    private static KeySchemaElement key(String name, KeyType type) {
        return KeySchemaElement.builder().attributeName(name).keyType(type).build();
    }

    private static AttributeDefinition attribute(String name, ScalarAttributeType type) {
        return AttributeDefinition.builder()
                .attributeName(name)
                .attributeType(type)
                .build();
    }
}
