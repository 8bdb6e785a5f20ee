package org.extenddb.cli.site;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.KeyedHash;
import org.extenddb.auth.Keyring;
import org.extenddb.auth.signin.PasswordHasher;
import org.extenddb.cli.site.Initialization.Administrator;
import org.extenddb.core.audit.AuditChain;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.storage.jpa.audit.AuditAppend;

/** The first administrator, and the first record of the audit log, which tells of it. */
record SiteAdministrator(Administrator administrator) {
    private static final String INSERT = "INSERT INTO ddb_administrator (name, password_hash, must_change,"
            + " password_stamp, password_changed_at, active, created_at) VALUES (?, ?, ?, ?, ?, true, ?)";

    /**
     * Both or neither.
     *
     * @param encryptionKey the installation's, 32 bytes in Base64
     */
    AuditEntry insert(Connection connection, String encryptionKey) throws SQLException {
        AuditEntry entry = entry();
        connection.setAutoCommit(false);
        insert(connection);
        AuditChain chain = new AuditChain(KeyedHash.ofAuditLog(Keyring.of(encryptionKey)));
        AuditAppend.all(List.of(entry), chain, connection);
        connection.commit();
        return entry;
    }

    private void insert(Connection connection) throws SQLException {
        Timestamp now = Timestamp.from(Instant.now());
        try (PreparedStatement insert = connection.prepareStatement(INSERT)) {
            insert.setString(1, administrator.name());
            insert.setString(2, new PasswordHasher().hash(administrator.password()));
            insert.setBoolean(3, administrator.mustChange());
            insert.setString(4, UUID.randomUUID().toString());
            insert.setTimestamp(5, now);
            insert.setTimestamp(6, now);
            insert.executeUpdate();
        }
    }

    private AuditEntry entry() {
        return new AuditEntry(
                Instant.now(),
                new ServerName().get(),
                "extenddb init by " + System.getProperty("user.name"),
                "",
                "",
                "init:CreateAdministrator",
                "administrator/" + administrator.name(),
                "",
                "",
                AuditOutcome.ALLOWED,
                "",
                "");
    }
}
