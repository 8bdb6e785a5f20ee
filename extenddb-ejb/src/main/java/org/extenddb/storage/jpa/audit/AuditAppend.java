package org.extenddb.storage.jpa.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.audit.AuditRecord;
import org.extenddb.core.storage.AuditStore;

/** Adds to the chain, in the transaction of a connection. Whoever does so locks the row of its end until that transaction ends. */
public final class AuditAppend {
    private static final String INSERT =
            "INSERT INTO ddb_audit_log (sequence, at, server, actor, account_id, access_key_id,"
                    + " action, resource, source_address, request_id, outcome, error, detail, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AuditAppend() {}

    /** Adds entries after the last record, whichever server's it is. */
    public static List<AuditRecord> all(List<AuditEntry> entries, AuditChain chain, Connection connection)
            throws SQLException {
        AuditMark head = AuditMarks.lock(AuditStore.HEAD, connection);
        List<AuditRecord> records = chain.append(head, entries);
        insert(records, connection);
        AuditMarks.write(AuditStore.HEAD, chain.mark(AuditStore.HEAD, records.get(records.size() - 1)), connection);
        return records;
    }

    private static void insert(List<AuditRecord> records, Connection connection) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (AuditRecord record : records) {
                bind(record, insert);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static void bind(AuditRecord record, PreparedStatement insert) throws SQLException {
        AuditEntry entry = record.entry();
        List<String> texts = List.of(
                entry.server(),
                entry.actor(),
                entry.account(),
                entry.accessKeyId(),
                entry.action(),
                entry.resource(),
                entry.sourceAddress(),
                entry.requestId(),
                entry.outcome().name(),
                entry.error(),
                entry.detail());
        int column = 1;
        insert.setLong(column++, record.sequence());
        insert.setTimestamp(column++, Timestamp.from(entry.at()));
        for (String text : texts) {
            insert.setString(column++, text);
        }
        insert.setBytes(column, record.hash().sharedArray());
    }
}
