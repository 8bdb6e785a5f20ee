package org.extenddb.telemetry;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Asks PostgreSQL for a sign of life. */
@ApplicationScoped
public class DatabaseProbe {
    private static final int VALIDATION_SECONDS = 3;

    @Resource(lookup = "jdbc/extenddb-direct")
    private DataSource dataSource;

    /** Whether a connection could be had and PostgreSQL answered on it. */
    public boolean isReachable() {
        try (Connection connection = dataSource.getConnection()) {
            return connection.isValid(VALIDATION_SECONDS);
        } catch (SQLException e) {
            return false;
        }
    }
}
