package org.extenddb.storage.jpa;

import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.Persistence;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.storage.jpa.account.PostgreSqlAccessKeyStore;
import org.extenddb.storage.jpa.account.PostgreSqlAdministratorStore;
import org.extenddb.storage.jpa.account.PostgreSqlIdentityStore;
import org.extenddb.storage.jpa.account.PostgreSqlSignInAttempts;
import org.extenddb.storage.jpa.audit.PostgreSqlAuditStore;
import org.extenddb.storage.jpa.backup.PostgreSqlBackupStore;
import org.extenddb.storage.jpa.history.PostgreSqlHistoryStore;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.job.PostgreSqlJobStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.Transactions;
import org.extenddb.storage.jpa.stream.PostgreSqlStreamStore;
import org.extenddb.storage.jpa.table.PostgreSqlTableCatalog;
import org.extenddb.storage.jpa.table.TableCache;
import org.extenddb.test.TestDatabase;
import org.extenddb.worker.CountFlushing;
import org.extenddb.worker.Leases;

/** What one server has of storage, on a test database. */
public record TestStorage(
        DataSource dataSource,
        Database database,
        Transactions transactions,
        TableCache cache,
        TableDeltas deltas,
        Backend backend) {
    private static final int CONNECTIONS = 20;
    private static final int STREAM_BUCKETS = 3;
    private static final long REMEMBERED_BYTES = 1L << 20;

    /** Migrates and connects. The entities must match the schema. */
    public static TestStorage on(TestDatabase testDatabase) {
        DataSource dataSource = testDatabase.dataSource(CONNECTIONS);
        new SchemaMigration(dataSource).migrate();
        Database database = new Database(dataSource);
        Transactions transactions = new LocalTransactions(dataSource, entities(dataSource));
        TableCache cache = new TableCache();
        TableDeltas deltas = new TableDeltas();
        Backend backend = new Backend(
                new PostgreSqlItemStore(database, transactions, deltas, cache::forgetAll, REMEMBERED_BYTES),
                new PostgreSqlTableCatalog(database, transactions, cache, STREAM_BUCKETS),
                new PostgreSqlAccessKeyStore(database, transactions),
                new PostgreSqlIdentityStore(transactions),
                new PostgreSqlStreamStore(database, transactions),
                new PostgreSqlJobStore(database),
                new PostgreSqlAdministratorStore(transactions),
                new PostgreSqlSignInAttempts(transactions),
                new PostgreSqlAuditStore(transactions),
                new PostgreSqlHistoryStore(database, transactions),
                new PostgreSqlBackupStore(transactions));
        return new TestStorage(dataSource, database, transactions, cache, deltas, backend);
    }

    /** One for all contract tests of this JVM. */
    public static Backend shared() {
        return Shared.STORAGE.backend();
    }

    /** Adds what was written there to the counts. */
    static void countShared() {
        TestStorage storage = Shared.STORAGE;
        new CountFlushing(storage.database(), new Leases(storage.database()), storage.deltas()).run();
    }

    /** What that works with. */
    static Transactions sharedTransactions() {
        return Shared.STORAGE.transactions();
    }

    /** A new table with the hash key {@code pk} and no indexes. */
    public TableLayout newTable() {
        KeyAttribute key = new KeyAttribute("pk", ScalarType.S);
        NewTable table = new NewTable(
                new TableAddress(new AccountId("111122223333"), new Region("local"), "t-" + UUID.randomUUID()),
                KeySchema.of(key, null),
                List.of(key),
                List.of(),
                TableSettings.onDemand());
        return TableLayout.of(Objects.requireNonNull(backend.tables().create(table)));
    }

    private static EntityManagerFactory entities(DataSource dataSource) {
        return Persistence.createEntityManagerFactory(
                "extenddb",
                Map.of(
                        "jakarta.persistence.transactionType",
                        "RESOURCE_LOCAL",
                        "jakarta.persistence.jtaDataSource",
                        dataSource,
                        "jakarta.persistence.nonJtaDataSource",
                        dataSource,
                        "hibernate.boot.allow_jdbc_metadata_access",
                        "true",
                        "hibernate.type.json_format_mapper",
                        new NoJson(),
                        "hibernate.hbm2ddl.auto",
                        "validate"));
    }

    private static final class Shared {
        private static final TestStorage STORAGE = on(TestDatabase.create());
    }
}
