package org.extenddb.storage.jpa.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.List;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditRecord;

/** Writes records in one batch. */
final class AuditInsert {
    private static final String INSERT =
            "INSERT INTO ddb_audit_log (sequence, at, server, actor, account_id, access_key_id,"
                    + " action, resource, source_address, request_id, outcome, error, detail, hash)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private AuditInsert() {}

    static void all(List<AuditRecord> records, Connection connection) throws SQLException {
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
