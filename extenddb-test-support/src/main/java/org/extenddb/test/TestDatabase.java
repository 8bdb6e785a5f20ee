package org.extenddb.test;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** An empty PostgreSQL database of its own for a test class. */
public final class TestDatabase {
    private final String url;

    private TestDatabase(String url) {
        this.url = url;
    }

    /** Makes a database on the JVM's shared server. */
    public static TestDatabase create() {
        String name = "test_" + UUID.randomUUID().toString().replace('-', '_');
        try (Connection connection = DriverManager.getConnection(TestServer.url());
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE DATABASE " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("no test database", e);
        }
        return new TestDatabase(TestServer.url().replaceFirst("(//[^/]*/)[^?]*", "$1" + name));
    }

    /** With user and password in it. */
    public String jdbcUrl() {
        return url;
    }

    /** A small pool, so that statements are prepared once as in the server. */
    public DataSource dataSource(int connections) {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setURL(url);
        return new SmallPool(source, connections);
    }
}
