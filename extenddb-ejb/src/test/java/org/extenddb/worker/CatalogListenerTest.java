package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.BooleanSupplier;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityListener;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.storage.jpa.table.CatalogListener;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What one server changes the others hear, and none trusts what it remembers when it cannot hear. */
class CatalogListenerTest {
    private static final long PATIENCE_NANOS = 30_000_000_000L;
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);

    private final TestDatabase testDatabase = TestDatabase.create();
    private final TestStorage storage = TestStorage.on(testDatabase);
    private final TableCatalog tables = storage.backend().tables();
    private final Heard heard = new Heard();

    private static final class Heard implements IdentityListener {
        private final Set<String> changed = ConcurrentHashMap.newKeySet();
        private final AtomicInteger any = new AtomicInteger();

        @Override
        public void accessKeyChanged(String accessKeyId) {
            changed.add(accessKeyId);
        }

        @Override
        public void identityChanged(String identityId) {
            changed.add(identityId);
        }

        @Override
        public void accountChanged(AccountId account) {
            changed.add(account.value());
        }

        @Override
        public void confirm(long nanoTime) {}

        @Override
        public void anyMayHaveChanged() {
            any.incrementAndGet();
        }
    }

    @Test
    void listener_changesByAnotherServer_areSeenSoon() {
        TestStorage other = TestStorage.on(testDatabase);
        CatalogListener listener = new CatalogListener(other.dataSource(), other.cache(), heard, () -> {});
        Thread thread = new Thread(listener);
        thread.start();
        try {
            TableDefinition table = create("shared");
            TableCatalog there = other.backend().tables();
            assertThat(there.find(table.address())).isEqualTo(table);

            TableDefinition changed = Objects.requireNonNull(tables.update(table.address(), same -> same));
            await(() -> changed.equals(there.find(table.address())));

            tables.delete(table.address(), same -> {});
            await(() -> there.find(table.address()) == null);
        } finally {
            listener.stop();
        }
    }

    /** A killed connection loses notifications; the version tells. */
    @Test
    void listener_connectionKilled_catchesUp() {
        TestStorage other = TestStorage.on(testDatabase);
        CatalogListener listener = new CatalogListener(other.dataSource(), other.cache(), heard, () -> {});
        new Thread(listener).start();
        try {
            TableDefinition table = create("shared");
            TableCatalog there = other.backend().tables();
            await(() -> count("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()"
                            + " AND query LIKE '%ddb_catalog_version%' AND pid <> pg_backend_pid()")
                    > 0);
            assertThat(there.find(table.address())).isEqualTo(table);
            execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database()"
                    + " AND pid <> pg_backend_pid()");

            TableDefinition changed = Objects.requireNonNull(updateAgain(table));

            await(() -> changed.equals(findAgain(there, table)));
        } finally {
            listener.stop();
        }
    }

    /** Anybody who may connect can notify a channel, and so may a newer server. */
    @Test
    void listener_strangeNotification_isSurvived() {
        TestStorage other = TestStorage.on(testDatabase);
        CatalogListener listener = new CatalogListener(other.dataSource(), other.cache(), heard, () -> {});
        new Thread(listener).start();
        try {
            TableDefinition table = create("shared");
            TableCatalog there = other.backend().tables();
            await(() -> heard.any.get() > 0);
            assertThat(there.find(table.address())).isEqualTo(table);
            execute("SELECT pg_notify('ddb_catalog', 'one|two|three')");
            execute("SELECT pg_notify('ddb_catalog', 'a|b|c|d')");

            TableDefinition changed = Objects.requireNonNull(tables.update(table.address(), same -> same));

            await(() -> changed.equals(there.find(table.address())));
        } finally {
            listener.stop();
        }
    }

    /** Whoever revokes a key, an operator at the database included, revokes it everywhere at once. */
    @Test
    void listener_accessKeyChanged_isHeard() {
        storage.backend()
                .accessKeys()
                .importKey(new StoredAccessKey(
                        "AKIAREVOKED", new AccountId("111122223333"), null, ByteString.EMPTY, true, Instant.EPOCH));
        CatalogListener listener = new CatalogListener(storage.dataSource(), storage.cache(), heard, () -> {});
        new Thread(listener).start();
        try {
            await(() -> heard.any.get() > 0);
            execute("UPDATE ddb_access_key SET active = false");
            await(() -> heard.changed.contains("AKIAREVOKED") || heard.any.get() > 1);
            heard.changed.clear();
            int before = heard.any.get();
            execute("DELETE FROM ddb_access_key");
            await(() -> heard.changed.contains("AKIAREVOKED") || heard.any.get() > before);
        } finally {
            listener.stop();
        }
    }

    /** What a user may do, and what many may, are told apart: adding users does not make servers forget all others. */
    @Test
    void listener_identitiesChanged_isHeard() {
        AccountId account = new AccountId("222233334444");
        IdentityStore identities = storage.backend().identities();
        identities.addAccount(account, "");
        Identity user = Identity.of(IdentityKind.USER, account, "/", "nina", null);
        CatalogListener listener = new CatalogListener(storage.dataSource(), storage.cache(), heard, () -> {});
        new Thread(listener).start();
        try {
            await(() -> heard.any.get() > 0);
            change(identities, user, AccountIdentities::insert);
            change(identities, user.withGrants(Grants.NONE.withInline("p", "{}")), AccountIdentities::save);
            await(() -> heard.changed.contains(user.id()) || heard.any.get() > 1);
            assertThat(heard.changed).doesNotContain(account.value());
            int before = heard.any.get();
            identities.<@Nullable Object>change(account, it -> {
                ManagedPolicy policy = ManagedPolicy.of(account, "/", "p", null, "{}");
                it.insert(policy);
                it.save(policy.withVersion("{}", true));
                return null;
            });
            await(() -> heard.changed.contains(account.value()) || heard.any.get() > before);
        } finally {
            listener.stop();
        }
    }

    /** A server that cannot listen must not trust what it remembers. */
    @Test
    void definitions_whileNobodyListens_areNeverStale() {
        TableCatalog deaf = TestStorage.on(testDatabase).backend().tables();
        TableDefinition table = create("shared");
        assertThat(deaf.find(table.address())).isEqualTo(table);

        tables.delete(table.address(), same -> {});

        assertThat(deaf.find(table.address())).isNull();
    }

    private static void change(
            IdentityStore identities, Identity user, BiConsumer<AccountIdentities, Identity> change) {
        identities.<@Nullable Object>change(user.account(), it -> {
            change.accept(it, user);
            return null;
        });
    }

    private static @Nullable TableDefinition findAgain(TableCatalog tables, TableDefinition table) {
        try {
            return tables.find(table.address());
        } catch (RuntimeException broken) {
            return null; // the next attempt takes another connection
        }
    }

    /** Connections of this server's pool were killed as well: the first use of each fails. */
    private @Nullable TableDefinition updateAgain(TableDefinition table) {
        for (int attempt = 0; attempt < 20; attempt++) {
            try {
                return tables.update(table.address(), same -> same);
            } catch (RuntimeException broken) {
                // the next attempt takes another connection
            }
        }
        return tables.update(table.address(), same -> same);
    }

    private TableDefinition create(String name) {
        TableAddress address = new TableAddress(new AccountId("111122223333"), new Region("eu-west-2"), name);
        NewTable table =
                new NewTable(address, KeySchema.of(PK, null), List.of(PK), List.of(), TableSettings.onDemand());
        return Objects.requireNonNull(tables.create(table));
    }

    private static void await(BooleanSupplier condition) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!condition.getAsBoolean()) {
            assertThat(System.nanoTime()).as("in time").isLessThan(end);
            Thread.onSpinWait();
        }
    }

    private long count(String query) {
        return storage.database().read(connection -> {
            try (Statement statement = connection.createStatement();
                    ResultSet row = statement.executeQuery(query)) {
                return row.next() ? row.getLong(1) : -1;
            }
        });
    }

    private void execute(String statement) {
        try (Connection connection = storage.dataSource().getConnection();
                Statement executed = connection.createStatement()) {
            executed.execute(statement);
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
    }
}
