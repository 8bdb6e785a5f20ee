package org.extenddb.it.consistency;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.extenddb.it.outage.DurableDatabase;
import org.extenddb.it.outage.TwoServers;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Two servers and one database under concurrent transfers, single updates, snapshots and registers: in peace, while the database is
 * killed again and again, while connections are cut, and while a server is killed. Runs under a minute of load;
 * {@code -Dextenddb.soak.seconds=600} makes each test ten minutes long.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class Consistency {
    private static final int BANK_CLIENTS = 10;
    private static final int REGISTER_CLIENTS = 5;

    /** Fewer where servers have to start beside them. */
    private static final int LESS = 2;

    private static final Duration LENGTH = Duration.ofSeconds(Long.getLong("extenddb.soak.seconds", 6));
    private static final int BETWEEN_KILLS = 15;
    private static final Duration PROGRESS_PATIENCE = Duration.ofMinutes(3);
    private static final Duration JOIN_PATIENCE = Duration.ofMinutes(4);

    private final TwoServers pair;
    private final DurableDatabase database;
    private final List<ServerUnderTest> servers;
    private final List<DynamoDbClient> clients;

    protected Consistency(TwoServers pair) {
        this.pair = pair;
        this.database = pair.database();
        this.servers = pair.servers();
        this.clients = pair.clients();
    }

    @BeforeEach
    void beginFromStartedServers() throws IOException {
        pair.restore();
    }

    /** What goes on while the clients are at work. */
    @FunctionalInterface
    private interface Weather {
        void passes(Bank bank, long endNanos) throws Exception;
    }

    @Test
    void transfersAndRegisters_inPeace_areExact() throws Exception {
        Bank bank = work("peace", clients, true, (open, end) -> {
            while (System.nanoTime() < end) {
                awaitTransfers(open);
            }
        });

        assertThat(bank.unknown).isEmpty();
        assertThat(bank.snapshots.get()).isPositive();
    }

    @Test
    void transfersAndRegisters_databaseKilledAgainAndAgain_areExact() throws Exception {
        Bank bank = work("outages", clients, false, (open, end) -> {
            do {
                awaitTransfers(open);
                database.kill();
                database.start();
                long up = System.nanoTime();
                awaitTransfers(open);
                System.out.println("transfers again "
                        + Duration.ofNanos(System.nanoTime() - up).toMillis() + " ms after the database was up");
            } while (System.nanoTime() < end);
        });

        assertThat(bank.askedAgain.get()).isPositive();
    }

    @Test
    void transfersAndRegisters_connectionsCut_areExact() throws Exception {
        try (Scissors scissors = new Scissors(pair)) {
            work("cuts", scissors.clients(), false, (open, end) -> {
                do {
                    scissors.cutSomewhere();
                    Thread.sleep(scissors.calmMillis());
                    assertThat(System.nanoTime() - end).as("cuts are felt").isLessThan(PROGRESS_PATIENCE.toNanos());
                } while (System.nanoTime() < end || !scissors.haveCutEverywhere() || open.askedAgain.get() == 0);
                long over = System.nanoTime();
                awaitTransfers(open);
                System.out.println(scissors + "; then " + BETWEEN_KILLS + " transfers within "
                        + Duration.ofNanos(System.nanoTime() - over).toMillis() + " ms");
            });
        }
    }

    /** Takes more than a minute, most of it the server's starts: with the longer runs only. Crashes kill servers each time. */
    @Test
    @EnabledIfSystemProperty(named = "extenddb.soak.seconds", matches = ".+")
    void transfersAndRegisters_serverKilled_areExact() throws Exception {
        Bank bank = work("crashes", clients, false, (open, end) -> {
            do {
                awaitTransfers(open);
                servers.get(0).kill();
                awaitTransfers(open);
                servers.get(0).startAgain();
                servers.get(0).awaitReady();
            } while (System.nanoTime() < end);
        });

        assertThat(bank.askedAgain.get()).isPositive();
    }

    @Test
    void oneItem_sixteenWriters_countExactly() throws Exception {
        HotItem hot = new HotItem("hot", clients);
        hot.assertExact("UpdateItem ADD", LENGTH.dividedBy(3), hot::add);
        hot.assertExact("TransactWriteItems ADD", LENGTH.dividedBy(3), hot::addInTransaction);
        hot.assertExact(
                "both",
                LENGTH.dividedBy(3),
                client -> Math.random() < 0.5 ? hot.add(client) : hot.addInTransaction(client));
    }

    /** Returns when some more were acknowledged. */
    private static void awaitTransfers(Bank bank) throws InterruptedException {
        int goal = bank.acknowledged.size() + BETWEEN_KILLS;
        long deadline = System.nanoTime() + PROGRESS_PATIENCE.toNanos();
        while (bank.acknowledged.size() < goal && bank.wrongs.isEmpty()) {
            assertThat(System.nanoTime()).as("transfers go on").isLessThan(deadline);
            Thread.sleep(20);
        }
    }

    private Bank work(String name, List<DynamoDbClient> clients, boolean calm, Weather weather) throws Exception {
        Bank bank = new Bank(name);
        bank.open(clients.get(0));
        Numbers.createTable(clients.get(0), name + "-registers");
        RegisterClients registers = new RegisterClients(name + "-registers", clients);
        AtomicBoolean stop = new AtomicBoolean();
        Queue<Throwable> failures = new ConcurrentLinkedQueue<>();
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < (calm ? BANK_CLIENTS : BANK_CLIENTS / LESS); i++) {
            threads.add(new Thread(new BankClient(bank, clients, stop, calm, i)));
        }
        for (int i = 0; i < (calm ? REGISTER_CLIENTS : REGISTER_CLIENTS / LESS); i++) {
            threads.add(new Thread(registers.client(i, stop)));
        }
        threads.forEach(thread -> thread.setUncaughtExceptionHandler((any, failure) -> failures.add(failure)));
        threads.forEach(Thread::start);
        try {
            weather.passes(bank, System.nanoTime() + LENGTH.toNanos());
        } finally {
            stop.set(true);
        }
        for (Thread thread : threads) {
            thread.join(JOIN_PATIENCE.toMillis());
            assertThat(thread.isAlive()).as("a client hangs").isFalse();
        }
        servers.forEach(ServerUnderTest::awaitReady);

        System.out.println(name + ": " + bank + "; " + registers);
        assertThat(failures).isEmpty();
        clients.forEach(bank::assertReckoning);
        registers.assertLinearizable();
        return bank;
    }
}
