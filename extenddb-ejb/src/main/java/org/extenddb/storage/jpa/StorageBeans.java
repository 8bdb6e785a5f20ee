package org.extenddb.storage.jpa;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.UserTransaction;
import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.extenddb.config.ItemConfig;
import org.extenddb.config.StreamConfig;
import org.extenddb.core.storage.AccessKeyStore;
import org.extenddb.core.storage.AdministratorStore;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.BackupStore;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.IdentityListener;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.JobStore;
import org.extenddb.core.storage.SettingStore;
import org.extenddb.core.storage.SettingStore.SettingListener;
import org.extenddb.core.storage.SignInAttempts;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.UnitOfWork;
import org.extenddb.storage.jpa.account.PostgreSqlAccessKeyStore;
import org.extenddb.storage.jpa.account.PostgreSqlAdministratorStore;
import org.extenddb.storage.jpa.account.PostgreSqlIdentityStore;
import org.extenddb.storage.jpa.account.PostgreSqlSettingStore;
import org.extenddb.storage.jpa.account.PostgreSqlSignInAttempts;
import org.extenddb.storage.jpa.audit.PostgreSqlAuditStore;
import org.extenddb.storage.jpa.backup.PostgreSqlBackupStore;
import org.extenddb.storage.jpa.history.PostgreSqlHistoryStore;
import org.extenddb.storage.jpa.item.ExpiryColumn;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.item.SlotColumns;
import org.extenddb.storage.jpa.item.TableDeltas;
import org.extenddb.storage.jpa.item.WriteBarrier;
import org.extenddb.storage.jpa.job.JobQueue;
import org.extenddb.storage.jpa.job.PostgreSqlJobStore;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.JtaTransactions;
import org.extenddb.storage.jpa.sql.JtaUnitOfWork;
import org.extenddb.storage.jpa.sql.Transactions;
import org.extenddb.storage.jpa.stream.PostgreSqlStreamStore;
import org.extenddb.storage.jpa.table.CatalogListener;
import org.extenddb.storage.jpa.table.PostgreSqlTableCatalog;
import org.extenddb.storage.jpa.table.SlotIndexes;
import org.extenddb.storage.jpa.table.TableCache;

/** Puts storage together from what the server provides. Outside of this class storage knows nothing of the server. */
@ApplicationScoped
public class StorageBeans {
    private static final Duration JOB_LEASE = Duration.ofSeconds(30);

    @Resource(lookup = "jdbc/extenddb-direct", shareable = false)
    private DataSource direct;

    @Resource(lookup = "jdbc/extenddb")
    private DataSource transactional;

    @Resource
    private UserTransaction userTransaction;

    @Resource
    private TransactionSynchronizationRegistry synchronizations;

    @PersistenceContext(unitName = "extenddb")
    private EntityManager entities;

    @Produces
    @Singleton
    SchemaMigration schemaMigration() {
        return new SchemaMigration(direct);
    }

    @Produces
    @Singleton
    Database database() {
        return new Database(direct);
    }

    @Produces
    @Singleton
    Transactions transactions() {
        return new JtaTransactions(userTransaction, synchronizations, transactional, entities);
    }

    @Produces
    @Singleton
    TableCache tableCache() {
        return new TableCache();
    }

    @Produces
    @Singleton
    CatalogListener catalogListener(TableCache cache, IdentityListener identities, SettingListener settings) {
        return new CatalogListener(direct, cache, identities, settings);
    }

    @Produces
    @Singleton
    ItemStore itemStore(
            Database database, Transactions transactions, TableDeltas deltas, TableCache cache, ItemConfig config) {
        return new PostgreSqlItemStore(database, transactions, deltas, cache::forgetAll, config.remembered());
    }

    @Produces
    @Singleton
    TableCatalog tableCatalog(Database database, Transactions transactions, TableCache cache, StreamConfig streams) {
        return new PostgreSqlTableCatalog(database, transactions, cache, streams.shards());
    }

    @Produces
    @Singleton
    StreamStore streamStore(Database database, Transactions transactions) {
        return new PostgreSqlStreamStore(database, transactions);
    }

    @Produces
    @Singleton
    HistoryStore historyStore(Database database, Transactions transactions) {
        return new PostgreSqlHistoryStore(database, transactions);
    }

    @Produces
    @Singleton
    BackupStore backupStore(Transactions transactions) {
        return new PostgreSqlBackupStore(transactions);
    }

    @Produces
    @Singleton
    SlotIndexes slotIndexes(Database database) {
        return new SlotIndexes(database);
    }

    @Produces
    @Singleton
    SlotColumns slotColumns(Database database, TableDeltas deltas) {
        return new SlotColumns(database, deltas);
    }

    @Produces
    @Singleton
    ExpiryColumn expiryColumn(Database database, TableDeltas deltas) {
        return new ExpiryColumn(database, deltas);
    }

    @Produces
    @Singleton
    WriteBarrier writeBarrier(Database database) {
        return new WriteBarrier(database);
    }

    @Produces
    @Singleton
    AccessKeyStore accessKeyStore(Database database, Transactions transactions) {
        return new PostgreSqlAccessKeyStore(database, transactions);
    }

    @Produces
    @Singleton
    SettingStore settingStore(Transactions transactions) {
        return new PostgreSqlSettingStore(transactions);
    }

    @Produces
    @Singleton
    IdentityStore identityStore(Transactions transactions) {
        return new PostgreSqlIdentityStore(transactions);
    }

    @Produces
    @Singleton
    JobStore jobStore(Database database) {
        return new PostgreSqlJobStore(database);
    }

    @Produces
    @Singleton
    JobQueue jobQueue(Database database) {
        return new JobQueue(database, UUID.randomUUID().toString(), JOB_LEASE);
    }

    @Produces
    @Singleton
    AdministratorStore administratorStore(Transactions transactions) {
        return new PostgreSqlAdministratorStore(transactions);
    }

    @Produces
    @Singleton
    SignInAttempts signInAttempts(Transactions transactions) {
        return new PostgreSqlSignInAttempts(transactions);
    }

    @Produces
    @Singleton
    AuditStore auditStore(Transactions transactions) {
        return new PostgreSqlAuditStore(transactions);
    }

    @Produces
    @Singleton
    UnitOfWork unitOfWork(Transactions transactions) {
        return new JtaUnitOfWork(transactions);
    }
}
