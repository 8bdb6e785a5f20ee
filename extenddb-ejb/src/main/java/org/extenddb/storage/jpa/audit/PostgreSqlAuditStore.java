package org.extenddb.storage.jpa.audit;

import jakarta.persistence.PersistenceException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditFilter;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AuditStore;
import org.extenddb.core.storage.AuditWitness;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.storage.jpa.entity.AuditEntity;
import org.extenddb.storage.jpa.entity.AuditMarkEntity;
import org.extenddb.storage.jpa.sql.SqlFunction;
import org.extenddb.storage.jpa.sql.StoredText;
import org.extenddb.storage.jpa.sql.Transactions;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** The audit log in PostgreSQL. The chain is one for all servers. */
public final class PostgreSqlAuditStore implements AuditStore {
    /** The last of those that may go: before the first that has to stay. */
    private static final String LAST_TO_GO =
            "SELECT sequence, hash FROM ddb_audit_log WHERE sequence <= LEAST(? + ?, coalesce((SELECT min(sequence) - 1"
                    + " FROM ddb_audit_log WHERE at >= ?), 9223372036854775807)) ORDER BY sequence DESC LIMIT 1";

    private static final String DELETE = "DELETE FROM ddb_audit_log WHERE sequence <= ?";

    private final Transactions transactions;

    public PostgreSqlAuditStore(Transactions transactions) {
        this.transactions = transactions;
    }

    @Override
    public List<AuditRecord> append(List<AuditEntry> entries, AuditChain chain, AuditWitness witness) {
        return run(connection -> {
            List<AuditRecord> records = AuditAppend.all(entries, chain, connection);
            announce(records, witness);
            return records;
        });
    }

    @Override
    public List<AuditRecord> find(AuditFilter filter, long before, int limit) {
        if (!isStorable(filter.account()) || !isStorable(filter.actor()) || !isStorable(filter.action())) {
            return List.of();
        }
        return transactions.withEntities(entities -> AuditQuery.newestFirst(entities, filter, before, limit).stream()
                .map(PostgreSqlAuditStore::record)
                .toList());
    }

    @Override
    public List<AuditRecord> after(long sequence, int limit) {
        return transactions.withEntities(entities -> entities.createQuery(
                        "SELECT a FROM AuditEntity a WHERE a.sequence > :after ORDER BY a.sequence", AuditEntity.class)
                .setParameter("after", sequence)
                .setMaxResults(limit)
                .getResultStream()
                .map(PostgreSqlAuditStore::record)
                .toList());
    }

    @Override
    public AuditMark mark(String name) {
        return transactions.withEntities(entities -> {
            AuditMarkEntity mark = entities.find(AuditMarkEntity.class, name);
            return mark == null
                    ? AuditMark.NONE
                    : new AuditMark(mark.sequence, ByteString.owning(mark.hash), ByteString.owning(mark.seal));
        });
    }

    @Override
    public int trim(Instant olderThan, int limit, AuditChain chain) {
        return run(connection -> {
            AuditMark anchor = AuditMarks.lock(ANCHOR, connection);
            AuditMark last = lastToGo(anchor, limit, olderThan, connection);
            if (last == null) {
                return 0;
            }
            AuditMarks.write(ANCHOR, chain.mark(ANCHOR, last.sequence(), last.hash()), connection);
            try (PreparedStatement delete = connection.prepareStatement(DELETE)) {
                delete.setLong(1, last.sequence());
                return delete.executeUpdate();
            }
        });
    }

    private static @Nullable AuditMark lastToGo(AuditMark anchor, int limit, Instant olderThan, Connection connection)
            throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LAST_TO_GO)) {
            select.setLong(1, anchor.sequence());
            select.setInt(2, limit);
            select.setTimestamp(3, Timestamp.from(olderThan));
            try (ResultSet rows = select.executeQuery()) {
                return rows.next()
                        ? new AuditMark(rows.getLong(1), ByteString.owning(rows.getBytes(2)), ByteString.EMPTY)
                        : null;
            }
        }
    }

    /** While the row of the chain's end is locked. Whoever hears of records always hears of their end: others wait for it. */
    private void announce(List<AuditRecord> records, AuditWitness witness) {
        AuditWitness.Ending ending = witness.added(records);
        boolean toHear = false;
        try {
            transactions.onEnd(ending::ended);
            toHear = true;
        } finally {
            if (!toHear) {
                ending.ended(false);
            }
        }
    }

    private static AuditRecord record(AuditEntity row) {
        AuditEntry entry = new AuditEntry(
                row.at,
                row.server,
                row.actor,
                row.accountId,
                row.accessKeyId,
                row.action,
                row.resource,
                row.sourceAddress,
                row.requestId,
                AuditOutcome.valueOf(row.outcome),
                row.error,
                row.detail);
        return new AuditRecord(row.sequence, entry, ByteString.owning(row.hash));
    }

    private static boolean isStorable(@Nullable String text) {
        return text == null || StoredText.isStorable(text);
    }

    /** In the transaction of what is written down, where there is one: it is not done without its record. */
    private <T> T run(SqlFunction<T> work) {
        try {
            return transactions.withEntities(
                    entities -> entities.unwrap(Session.class).doReturningWork(work::apply));
        } catch (PersistenceException e) {
            throw new StorageUnavailableException("the audit log could not be written", e);
        }
    }
}
