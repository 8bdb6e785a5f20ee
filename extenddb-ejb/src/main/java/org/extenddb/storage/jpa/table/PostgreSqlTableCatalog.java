package org.extenddb.storage.jpa.table;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.TypedQuery;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.AccountUsage;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableStatistics;
import org.extenddb.storage.jpa.entity.ClearingJobEntity;
import org.extenddb.storage.jpa.entity.TableEntity;
import org.extenddb.storage.jpa.sql.Database;
import org.extenddb.storage.jpa.sql.SqlStates;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jspecify.annotations.Nullable;

/** Definitions in PostgreSQL, cached until this or another server changes them. */
public final class PostgreSqlTableCatalog implements TableCatalog {
    private static final String BY_ADDRESS =
            " FROM TableEntity t WHERE t.account = :account AND t.region = :region AND t.name = :name";

    private static final String USAGE = "SELECT count(*), coalesce(sum(t.read_capacity + coalesce(i.read, 0)), 0),"
            + " coalesce(sum(t.write_capacity + coalesce(i.write, 0)), 0) FROM ddb_table t"
            + " LEFT JOIN LATERAL (SELECT sum(read_capacity) AS read, sum(write_capacity) AS write FROM ddb_index x"
            + " WHERE x.storage_id = t.storage_id) AS i ON true WHERE t.account = ? AND t.region = ?";

    private final Database database;
    private final Transactions transactions;
    private final TableCache cache;
    private final SlotIndexes slotIndexes;
    private final StreamMapping streams;

    /**
     * Definitions of a database.
     *
     * @param streamBuckets how many shards of a new stream are open at a time
     */
    public PostgreSqlTableCatalog(Database database, Transactions transactions, TableCache cache, int streamBuckets) {
        this.database = database;
        this.transactions = transactions;
        this.cache = cache;
        this.slotIndexes = new SlotIndexes(database);
        this.streams = new StreamMapping(streamBuckets);
    }

    @Override
    public @Nullable TableDefinition find(TableAddress address) {
        return cache.get(address, this::load);
    }

    @Override
    public @Nullable TableDefinition create(NewTable table) {
        ensureSlots(table.indexes());
        try {
            return transactions.withEntities(entities -> {
                if (!locked(entities, table.address()).isEmpty()) {
                    return null;
                }
                TableEntity entity = TableMapping.entity(table);
                entities.persist(entity);
                streams.create(entities, entity, table.settings().stream());
                CatalogChanges.announce(entities, table.address());
                return TableMapping.definition(entity);
            });
        } catch (PersistenceException e) {
            if (isConflict(e)) {
                return null;
            }
            throw e;
        }
    }

    @Override
    public @Nullable TableDefinition update(TableAddress address, UnaryOperator<TableDefinition> change) {
        TableDefinition updated = transactions.withEntities(entities -> {
            for (TableEntity entity : locked(entities, address)) {
                TableDefinition changed = change.apply(TableMapping.definition(entity));
                ensureSlots(changed.indexes());
                entities.lock(entity, LockModeType.PESSIMISTIC_FORCE_INCREMENT);
                TableMapping.change(entity, changed);
                streams.change(entities, entity, changed.settings().stream());
                CatalogChanges.announce(entities, address);
                return TableMapping.definition(entity);
            }
            return null;
        });
        cache.forget(address);
        return updated;
    }

    @Override
    public @Nullable TableDefinition delete(TableAddress address, Consumer<TableDefinition> check) {
        TableDefinition deleted = transactions.withEntities(entities -> {
            for (TableEntity entity : locked(entities, address)) {
                TableDefinition table = TableMapping.definition(entity);
                check.accept(table);
                streams.change(entities, entity, null);
                entities.remove(entity);
                entities.persist(new ClearingJobEntity(entity.storageId, Instant.now()));
                CatalogChanges.announce(entities, address);
                return table;
            }
            return null;
        });
        cache.forget(address);
        return deleted;
    }

    @Override
    public List<String> list(AccountId account, Region region, @Nullable String after, int limit) {
        return transactions.withEntities(entities -> entities.createQuery(
                        "SELECT t.name FROM TableEntity t WHERE t.account = :account AND t.region = :region"
                                + " AND t.name > :after ORDER BY t.name",
                        String.class)
                .setParameter("account", account.value())
                .setParameter("region", region.value())
                .setParameter("after", after == null ? "" : after)
                .setMaxResults(limit)
                .getResultList());
    }

    @Override
    public List<TableDefinition> definitions(AccountId account, Region region) {
        return transactions.withEntities(entities -> entities
                .createQuery(
                        "SELECT t FROM TableEntity t LEFT JOIN FETCH t.indexes"
                                + " WHERE t.account = :account AND t.region = :region ORDER BY t.name",
                        TableEntity.class)
                .setParameter("account", account.value())
                .setParameter("region", region.value())
                .getResultList()
                .stream()
                .map(TableMapping::definition)
                .toList());
    }

    @Override
    public TableStatistics statistics(TableDefinition table, int slot) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(
                    "SELECT greatest(item_count, 0), greatest(round(size_bytes * coalesce(share, 1))::bigint, 0)"
                            + " FROM ddb_statistics WHERE storage_id = ? AND slot = ?")) {
                select.setInt(1, table.storageId());
                select.setInt(2, slot);
                try (ResultSet row = select.executeQuery()) {
                    return row.next() ? new TableStatistics(row.getLong(1), row.getLong(2)) : TableStatistics.EMPTY;
                }
            }
        });
    }

    @Override
    public void measured(TableDefinition table, int slot, double share) {
        database.write(connection -> {
            try (PreparedStatement update = connection.prepareStatement(
                    "UPDATE ddb_statistics SET share = ? WHERE storage_id = ? AND slot = ?")) {
                update.setDouble(1, share);
                update.setInt(2, table.storageId());
                update.setInt(3, slot);
                return update.executeUpdate();
            }
        });
    }

    @Override
    public AccountUsage usage(AccountId account, Region region) {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(USAGE)) {
                select.setString(1, account.value());
                select.setString(2, region.value());
                try (ResultSet row = select.executeQuery()) {
                    row.next();
                    return new AccountUsage(row.getInt(1), row.getLong(2), row.getLong(3));
                }
            }
        });
    }

    /** The table and its indexes in one statement, so of one moment. */
    private @Nullable TableDefinition load(TableAddress address) {
        return transactions.withEntities(entities -> {
            String fetching = "SELECT t" + BY_ADDRESS.replace(" WHERE", " LEFT JOIN FETCH t.indexes WHERE");
            return byAddress(entities, fetching, address)
                    .getResultStream()
                    .findFirst()
                    .map(TableMapping::definition)
                    .orElse(null);
        });
    }

    /** At most one. Its indexes are read after the lock is had, and change under that lock alone. */
    private static List<TableEntity> locked(EntityManager entities, TableAddress address) {
        return byAddress(entities, "SELECT t" + BY_ADDRESS, address)
                .setLockMode(LockModeType.PESSIMISTIC_WRITE)
                .getResultList();
    }

    private static TypedQuery<TableEntity> byAddress(EntityManager entities, String query, TableAddress address) {
        return entities.createQuery(query, TableEntity.class)
                .setParameter("account", address.account().value())
                .setParameter("region", address.region().value())
                .setParameter("name", address.tableName());
    }

    /** Whoever builds an index in the background makes the slot's index too: over many items that takes its time. */
    private void ensureSlots(List<IndexDefinition> indexes) {
        slotIndexes.ensure(indexes.stream()
                .filter(index -> index.status() == TableStatus.ACTIVE)
                .map(IndexDefinition::slot)
                .toList());
    }

    private static boolean isConflict(Throwable e) {
        return e instanceof SQLException sql
                ? SqlStates.isConflict(sql)
                : e.getCause() != null && isConflict(e.getCause());
    }
}
