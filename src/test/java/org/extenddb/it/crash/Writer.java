package org.extenddb.it.crash;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;

/** Writes items that nobody else writes, through any of the servers, and keeps a ledger of what each must be. */
final class Writer implements Runnable {
    private static final int ITEMS = 12;

    private final String name;
    private final String table;
    private final List<DynamoDbClient> servers;
    private final AtomicBoolean stop;
    private final Queue<String> wrongs;
    private final Random random;
    private final Map<String, Ledger> ledgers = new HashMap<>();
    private long next;

    final AtomicLong acknowledged = new AtomicLong();
    final AtomicLong unanswered = new AtomicLong();

    /**
     * @param stop set by the test
     * @param wrongs takes what no client may ever see
     */
    Writer(int number, String table, List<DynamoDbClient> servers, AtomicBoolean stop, Queue<String> wrongs) {
        this.name = "writer-" + number;
        this.table = table;
        this.servers = servers;
        this.stop = stop;
        this.wrongs = wrongs;
        this.random = new Random(number);
        for (int i = 0; i < ITEMS; i++) {
            ledgers.put(name + "-" + i, new Ledger());
        }
    }

    Map<String, Ledger> ledgers() {
        return ledgers;
    }

    @Override
    public void run() {
        while (!stop.get() && wrongs.isEmpty()) {
            String pk = name + "-" + random.nextInt(ITEMS);
            Ledger ledger = Objects.requireNonNull(ledgers.get(pk));
            if (!ledger.isCertain() || random.nextInt(4) == 0) {
                read(pk, ledger);
            } else {
                write(pk, ledger);
            }
        }
    }

    private DynamoDbClient server() {
        return servers.get(random.nextInt(servers.size()));
    }

    private void read(String pk, Ledger ledger) {
        Map<String, AttributeValue> item = answer(
                "read of " + pk,
                () -> server().getItem(
                                r -> r.tableName(table).key(Ticket.key(pk)).consistentRead(true))
                        .item());
        if (item == null) {
            return;
        }
        if (!ledger.allows(Ticket.value(item)) || !Ticket.isWhole(pk, item)) {
            wrongs.add("read of " + pk + " is " + item + " where " + ledger + " is right");
        }
        ledger.acknowledged(Ticket.value(item));
    }

    private void write(String pk, Ledger ledger) {
        long before = ledger.value();
        boolean delete = before != Ledger.ABSENT && random.nextInt(6) == 0;
        long value = delete ? Ledger.ABSENT : ++next;
        ledger.uncertain(value);
        int kind = random.nextInt(3);
        Object done = answer(name + " kind " + kind + " of " + pk + " from " + before + " to " + value, () -> {
            if (delete) {
                return delete(pk, before, kind);
            }
            return kind == 2 ? update(pk, before, value) : put(pk, before, value, kind == 1);
        });
        if (done != null) {
            ledger.acknowledged(value);
            acknowledged.incrementAndGet();
        }
    }

    private Object put(String pk, long before, long value, boolean conditional) {
        return server().putItem(r -> {
            r.tableName(table).item(Ticket.of(pk, value));
            if (conditional && before == Ledger.ABSENT) {
                r.conditionExpression("attribute_not_exists(pk)");
            } else if (conditional) {
                r.conditionExpression("val = :before")
                        .expressionAttributeValues(Map.of(":before", Ticket.number(before)));
            }
        });
    }

    private Object update(String pk, long before, long value) {
        String set = "SET val = :val, #text = :text";
        Map<String, AttributeValue> values =
                new HashMap<>(Map.of(":val", Ticket.number(value), ":text", AttributeValue.fromS(Ticket.text(value))));
        if (Ticket.isIndexed(value)) {
            values.put(":grp", AttributeValue.fromS(Ticket.group(value)));
        }
        if (before != Ledger.ABSENT) {
            values.put(":before", Ticket.number(before));
        }
        return server().updateItem(r -> r.tableName(table)
                .key(Ticket.key(pk))
                .updateExpression(set + (Ticket.isIndexed(value) ? ", grp = :grp" : " REMOVE grp"))
                .conditionExpression(before == Ledger.ABSENT ? "attribute_not_exists(val)" : "val = :before")
                .expressionAttributeNames(Map.of("#text", "text"))
                .expressionAttributeValues(values));
    }

    private Object delete(String pk, long before, int kind) {
        return server().deleteItem(r -> {
            r.tableName(table).key(Ticket.key(pk));
            if (kind != 0) {
                r.conditionExpression("val = :before")
                        .expressionAttributeValues(Map.of(":before", Ticket.number(before)));
            }
        });
    }

    /** Null when there was no answer or one that asks to try again; any other error is wrong, since every request is right. */
    private <T> @Nullable T answer(String what, Supplier<T> request) {
        try {
            return request.get();
        } catch (DynamoDbException e) {
            if (e.statusCode() != 500 && e.statusCode() != 503) {
                wrongs.add(what + ": " + e);
            }
        } catch (SdkClientException e) {
            // No connection, or one that broke.
        }
        unanswered.incrementAndGet();
        pause();
        return null;
    }

    private static void pause() {
        try {
            Thread.sleep(50);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
