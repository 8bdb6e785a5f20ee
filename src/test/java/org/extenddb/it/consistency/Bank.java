package org.extenddb.it.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.TransactGetItem;

/**
 * Fifty accounts, each with a balance and a reserve, and a ledger with one item for each transfer, in two tables. Whatever happens, all
 * accounts together hold what they held at first.
 */
final class Bank {
    static final int ACCOUNTS = 50;
    static final long OPENING_BALANCE = 1_000;

    private final String accounts;
    private final String ledger;

    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    final Set<String> refused = ConcurrentHashMap.newKeySet();

    /** Transfers whose outcome nobody was told to the end. */
    final Set<String> unknown = ConcurrentHashMap.newKeySet();

    final AtomicLong conflicts = new AtomicLong();
    final AtomicLong askedAgain = new AtomicLong();
    final AtomicLong snapshots = new AtomicLong();
    final AtomicLong reservations = new AtomicLong();

    /** What no client may ever see. */
    final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    Bank(String name) {
        accounts = name + "-accounts";
        ledger = name + "-ledger";
    }

    void open(DynamoDbClient client) {
        Numbers.createTable(client, accounts);
        Numbers.createTable(client, ledger);
        for (int i = 0; i < ACCOUNTS; i++) {
            Map<String, AttributeValue> account = new HashMap<>(Numbers.key(account(i)));
            account.put("balance", Numbers.number(OPENING_BALANCE));
            account.put("reserve", Numbers.number(0));
            client.putItem(r -> r.tableName(accounts).item(account));
        }
    }

    String accounts() {
        return accounts;
    }

    String ledger() {
        return ledger;
    }

    static String account(int number) {
        return "account-" + number;
    }

    static List<TransactGetItem> allAccounts(String table) {
        return IntStream.range(0, ACCOUNTS)
                .mapToObj(i -> TransactGetItem.builder()
                        .get(g -> g.tableName(table).key(Numbers.key(account(i))))
                        .build())
                .toList();
    }

    static long wealth(Map<String, AttributeValue> account) {
        return Numbers.number(account, "balance") + Numbers.number(account, "reserve");
    }

    /** Every acknowledged transfer is there once, no refused one is, and the accounts are what the ledger makes of them. */
    void assertReckoning(DynamoDbClient client) {
        assertThat(wrongs).isEmpty();
        Map<String, Long> expected = new HashMap<>();
        for (int i = 0; i < ACCOUNTS; i++) {
            expected.put(account(i), OPENING_BALANCE);
        }
        Set<String> there = ConcurrentHashMap.newKeySet();
        client.scanPaginator(r -> r.tableName(ledger).consistentRead(true))
                .items()
                .forEach(entry -> {
                    there.add(entry.get("pk").s());
                    long amount = Numbers.number(entry, "amount");
                    expected.merge(entry.get("from").s(), -amount, Long::sum);
                    expected.merge(entry.get("to").s(), amount, Long::sum);
                });
        assertThat(there).containsAll(acknowledged);
        assertThat(there).doesNotContainAnyElementsOf(refused.isEmpty() ? Set.of("none") : refused);
        there.removeAll(acknowledged);
        assertThat(unknown).containsAll(there);

        Map<String, Long> actual = new HashMap<>();
        client.scanPaginator(r -> r.tableName(accounts).consistentRead(true))
                .items()
                .forEach(account -> actual.put(account.get("pk").s(), wealth(account)));
        assertThat(actual).isEqualTo(expected);
    }

    @Override
    public String toString() {
        return acknowledged.size() + " transfers, " + refused.size() + " refused, " + conflicts + " conflicts, "
                + unknown.size() + " unknown, " + askedAgain + " asked again, " + reservations + " single updates, "
                + snapshots + " snapshots";
    }
}
