package org.extenddb.storage.jpa.audit;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.extenddb.core.audit.AuditMark;
import org.extenddb.core.model.ByteString;

/** The rows of the chain's ends. */
final class AuditMarks {
    private static final String READ_MARK = "SELECT sequence, hash, seal FROM ddb_audit_mark WHERE name = ? FOR UPDATE";
    private static final String WRITE_MARK =
            "UPDATE ddb_audit_mark SET sequence = ?, hash = ?, seal = ? WHERE name = ?";

    private AuditMarks() {}

    /** Nobody else gets it until the transaction ends. */
    static AuditMark lock(String name, Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(READ_MARK)) {
            select.setString(1, name);
            try (ResultSet rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new SQLException("the " + name + " of the audit log is gone");
                }
                return new AuditMark(
                        rows.getLong(1), ByteString.owning(rows.getBytes(2)), ByteString.owning(rows.getBytes(3)));
            }
        }
    }

    static void write(String name, AuditMark mark, Connection connection) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(WRITE_MARK)) {
            update.setLong(1, mark.sequence());
            update.setBytes(2, mark.hash().sharedArray());
            update.setBytes(3, mark.seal().sharedArray());
            update.setString(4, name);
            update.executeUpdate();
        }
    }
}
