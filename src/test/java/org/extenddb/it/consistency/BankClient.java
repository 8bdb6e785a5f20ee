package org.extenddb.it.consistency;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.CancellationReason;
import software.amazon.awssdk.services.dynamodb.model.ConditionalCheckFailedException;
import software.amazon.awssdk.services.dynamodb.model.DynamoDbException;
import software.amazon.awssdk.services.dynamodb.model.ItemResponse;
import software.amazon.awssdk.services.dynamodb.model.TransactWriteItem;
import software.amazon.awssdk.services.dynamodb.model.TransactionCanceledException;
import software.amazon.awssdk.services.dynamodb.model.TransactionConflictException;
import software.amazon.awssdk.services.dynamodb.model.TransactionInProgressException;

/**
 * A customer of the bank, through any of the servers: moves money between accounts by transactions, within accounts by single
 * updates, and looks at all of them at once. A transfer without an answer is sent again under its token.
 */
final class BankClient implements Runnable {
    private static final int PAUSE_MILLIS = 50;
    private static final long PATIENCE_NANOS = 180_000_000_000L;

    private final Bank bank;
    private final List<DynamoDbClient> servers;
    private final AtomicBoolean stop;
    private final boolean calm;
    private final Random random;

    /** @param calm whether nothing is killed, so that every request must be answered */
    BankClient(Bank bank, List<DynamoDbClient> servers, AtomicBoolean stop, boolean calm, int number) {
        this.bank = bank;
        this.servers = servers;
        this.stop = stop;
        this.calm = calm;
        this.random = new Random(number);
    }

    @Override
    public void run() {
        while (!stop.get() && bank.wrongs.isEmpty()) {
            int dice = random.nextInt(10);
            if (dice < 6) {
                transferUntilKnown();
            } else if (dice < 9) {
                reserve();
            } else {
                look();
            }
        }
    }

    private DynamoDbClient server() {
        return servers.get(random.nextInt(servers.size()));
    }

    private record Transfer(String id, List<TransactWriteItem> items) {}

    private void transferUntilKnown() {
        Transfer transfer = newTransfer();
        bank.unknown.add(transfer.id());
        long end = System.nanoTime() + PATIENCE_NANOS;
        Outcome outcome = Outcome.UNKNOWN;
        while (outcome == Outcome.UNKNOWN && System.nanoTime() < end) {
            outcome = send(transfer);
            if (outcome == Outcome.UNKNOWN) {
                bank.askedAgain.incrementAndGet();
                pause();
            }
        }
        if (outcome != Outcome.UNKNOWN) {
            (outcome == Outcome.DONE ? bank.acknowledged : bank.refused).add(transfer.id());
            bank.unknown.remove(transfer.id());
        }
    }

    private Outcome send(Transfer transfer) {
        try {
            server().transactWriteItems(r -> r.transactItems(transfer.items()).clientRequestToken(transfer.id()));
            return Outcome.DONE;
        } catch (TransactionCanceledException e) {
            if (isConflict(e)) {
                bank.conflicts.incrementAndGet();
            }
            return Outcome.REFUSED;
        } catch (TransactionInProgressException e) {
            return Outcome.UNKNOWN;
        } catch (DynamoDbException | SdkClientException e) {
            noAnswer("transfer", e);
            return Outcome.UNKNOWN;
        }
    }

    private static boolean isConflict(TransactionCanceledException cancelled) {
        return cancelled.cancellationReasons().stream()
                .map(CancellationReason::code)
                .anyMatch("TransactionConflict"::equals);
    }

    private Transfer newTransfer() {
        String id = UUID.randomUUID().toString();
        List<Integer> three =
                random.ints(0, Bank.ACCOUNTS).distinct().limit(3).boxed().toList();
        String from = Bank.account(three.get(0));
        String to = Bank.account(three.get(1));
        long amount = random.nextInt(10) == 0 ? Bank.OPENING_BALANCE * 3 : 1 + random.nextInt(100);
        return new Transfer(
                id,
                List.of(
                        write(w -> w.conditionCheck(c -> c.tableName(bank.accounts())
                                .key(Numbers.key(Bank.account(three.get(2))))
                                .conditionExpression("attribute_exists(pk)"))),
                        write(w -> w.update(u -> u.tableName(bank.accounts())
                                .key(Numbers.key(from))
                                .updateExpression("SET balance = balance - :a")
                                .conditionExpression("balance >= :a")
                                .expressionAttributeValues(Map.of(":a", Numbers.number(amount))))),
                        write(w -> w.update(u -> u.tableName(bank.accounts())
                                .key(Numbers.key(to))
                                .updateExpression("SET balance = balance + :a")
                                .expressionAttributeValues(Map.of(":a", Numbers.number(amount))))),
                        write(w -> w.put(p -> p.tableName(bank.ledger())
                                .item(Map.of(
                                        "pk", AttributeValue.fromS(id),
                                        "from", AttributeValue.fromS(from),
                                        "to", AttributeValue.fromS(to),
                                        "amount", Numbers.number(amount)))
                                .conditionExpression("attribute_not_exists(pk)")))));
    }

    private static TransactWriteItem write(Consumer<TransactWriteItem.Builder> action) {
        return TransactWriteItem.builder().applyMutation(action).build();
    }

    /** Moves money within one account, if there is enough. */
    private void reserve() {
        String account = Bank.account(random.nextInt(Bank.ACCOUNTS));
        boolean back = random.nextBoolean();
        try {
            server().updateItem(r -> r.tableName(bank.accounts())
                    .key(Numbers.key(account))
                    .updateExpression("SET #from = #from - :a, #to = #to + :a")
                    .conditionExpression("#from >= :a")
                    .expressionAttributeNames(
                            Map.of("#from", back ? "reserve" : "balance", "#to", back ? "balance" : "reserve"))
                    .expressionAttributeValues(Map.of(":a", Numbers.number(1 + random.nextInt(50)))));
            bank.reservations.incrementAndGet();
        } catch (ConditionalCheckFailedException e) {
            bank.reservations.incrementAndGet();
        } catch (TransactionConflictException e) {
            bank.conflicts.incrementAndGet();
        } catch (DynamoDbException | SdkClientException e) {
            noAnswer("update", e);
            pause();
        }
    }

    private void look() {
        try {
            long total =
                    server()
                            .transactGetItems(r -> r.transactItems(Bank.allAccounts(bank.accounts())))
                            .responses()
                            .stream()
                            .map(ItemResponse::item)
                            .mapToLong(Bank::wealth)
                            .sum();
            bank.snapshots.incrementAndGet();
            if (total != Bank.ACCOUNTS * Bank.OPENING_BALANCE) {
                bank.wrongs.add("all accounts together hold " + total);
            }
        } catch (TransactionCanceledException e) {
            if (isConflict(e)) {
                bank.conflicts.incrementAndGet();
            } else {
                bank.wrongs.add("snapshot: " + e);
            }
        } catch (DynamoDbException | SdkClientException e) {
            noAnswer("snapshot", e);
            pause();
        }
    }

    /** Where nothing is killed there is always an answer; and an error but "try again" is wrong in any case. */
    private void noAnswer(String what, RuntimeException failure) {
        boolean tryAgain = failure instanceof DynamoDbException error
                ? error.statusCode() == 500 || error.statusCode() == 503
                : failure instanceof SdkClientException;
        if (calm || !tryAgain) {
            bank.wrongs.add(what + ": " + failure);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
