package org.extenddb.it.streams;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DeleteItemResponse;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ReturnValue;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.WriteRequest;

/** Writes items that all others write too, in every way there is, until it is stopped. Asks once: a write is done once or not at all. */
final class ChangeWriter implements Runnable {
    static final int ITEMS = 80;

    private static final int LARGEST_BATCH = 3;
    private static final int PAUSE_MILLIS = 50;

    /** Between two writes: sixty-four without one would leave a server that starts beside them no processor. */
    private static final int THOUGHT_MILLIS = 50;

    private final String name;
    private final String table;
    private final List<DynamoDbClient> servers;
    private final ChangeLedger ledger;
    private final AtomicBoolean stop;
    private final Random random;
    private long writes;

    ChangeWriter(int number, String table, List<DynamoDbClient> servers, ChangeLedger ledger, AtomicBoolean stop) {
        this.name = "w" + number;
        this.table = table;
        this.servers = servers;
        this.ledger = ledger;
        this.stop = stop;
        this.random = new Random(number);
    }

    @Override
    public void run() {
        while (!stop.get() && ledger.wrongs.isEmpty()) {
            writes++;
            switch (random.nextInt(8)) {
                case 0 -> delete();
                case 1 -> transact();
                case 2 -> batch();
                case 3, 4 -> update();
                default -> put();
            }
            pause(THOUGHT_MILLIS);
        }
    }

    private DynamoDbClient server() {
        return servers.get(random.nextInt(servers.size()));
    }

    private void put() {
        String pk = pks(1).get(0);
        written(
                List.of(value(pk)),
                () -> server().putItem(r -> r.tableName(table).item(item(pk))));
    }

    private void update() {
        String pk = pks(1).get(0);
        written(
                List.of(value(pk)),
                () -> server().updateItem(r -> r.tableName(table)
                        .key(key(pk))
                        .updateExpression("SET v = :v")
                        .expressionAttributeValues(Map.of(":v", AttributeValue.fromS(value(pk))))));
    }

    private void delete() {
        String pk = pks(1).get(0);
        try {
            DeleteItemResponse response =
                    server().deleteItem(r -> r.tableName(table).key(key(pk)).returnValues(ReturnValue.ALL_OLD));
            String old = ChangeLedger.value(response.attributes());
            if (old != null) {
                ledger.deleted.add(old);
            }
        } catch (TransactionConflictException e) {
            // Not done.
        } catch (DynamoDbException | SdkClientException e) {
            unanswered(e);
            ledger.unknownDeletes.incrementAndGet();
        }
    }

    private void transact() {
        List<String> pks = pks(2);
        List<String> values = pks.stream().map(this::value).toList();
        boolean known = written(
                values,
                () -> server().transactWriteItems(r -> r.transactItems(pks.stream()
                        .map(pk -> TransactWriteItem.builder()
                                .put(p -> p.tableName(table).item(item(pk)))
                                .build())
                        .toList())));
        if (!known) {
            ledger.unknownTransactions.add(values);
        }
    }

    private void batch() {
        List<String> pks = pks(LARGEST_BATCH);
        List<WriteRequest> requests = pks.stream()
                .map(pk ->
                        WriteRequest.builder().putRequest(p -> p.item(item(pk))).build())
                .toList();
        List<String> values = pks.stream().map(this::value).toList();
        try {
            List<String> left = server()
                    .batchWriteItem(r -> r.requestItems(Map.of(table, requests)))
                    .unprocessedItems()
                    .getOrDefault(table, List.of())
                    .stream()
                    .map(request -> String.valueOf(
                            ChangeLedger.value(request.putRequest().item())))
                    .toList();
            values.stream().filter(value -> !left.contains(value)).forEach(ledger.acknowledged::add);
        } catch (DynamoDbException | SdkClientException e) {
            unanswered(e);
            ledger.unknown.addAll(values);
        }
    }

    /** Answers false when nobody can tell whether it was done. */
    private boolean written(List<String> values, Runnable write) {
        try {
            write.run();
            ledger.acknowledged.addAll(values);
        } catch (TransactionConflictException e) {
            return true;
        } catch (TransactionCanceledException e) {
            if (e.cancellationReasons().stream().noneMatch(reason -> "TransactionConflict".equals(reason.code()))) {
                ledger.wrongs.add(values + ": " + e);
            }
        } catch (DynamoDbException | SdkClientException e) {
            unanswered(e);
            ledger.unknown.addAll(values);
            return false;
        }
        return true;
    }

    /** Every request is right: an error but "try again" is wrong. */
    private void unanswered(RuntimeException failure) {
        if (failure instanceof DynamoDbException error && error.statusCode() != 500 && error.statusCode() != 503) {
            ledger.wrongs.add(name + ": " + error);
        }
        pause(PAUSE_MILLIS);
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private List<String> pks(int count) {
        return IntStream.generate(() -> random.nextInt(ITEMS))
                .distinct()
                .limit(count)
                .mapToObj(i -> "i" + i)
                .toList();
    }

    /** Of this write to this item, and of no other. */
    private String value(String pk) {
        return name + "-" + writes + "-" + pk;
    }

    private Map<String, AttributeValue> item(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk), "v", AttributeValue.fromS(value(pk)));
    }

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", AttributeValue.fromS(pk));
    }
}
