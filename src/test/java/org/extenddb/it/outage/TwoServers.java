package org.extenddb.it.outage;

import java.io.IOException;
import java.util.List;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.server.Deployment;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Two servers that started at once on one empty database. The first one reaches it directly, the second one through a proxy, so that what
 * they see of a database that has died differs, as it does where something stands between.
 */
public final class TwoServers implements AutoCloseable {
    private final DurableDatabase database;
    private final CuttingProxy toDatabase;
    private final List<ServerUnderTest> servers;
    private final List<DynamoDbClient> clients;

    private TwoServers(DurableDatabase database, CuttingProxy toDatabase, List<ServerUnderTest> servers) {
        this.database = database;
        this.toDatabase = toDatabase;
        this.servers = servers;
        this.clients = servers.stream().map(AwsClient::withoutRetries).toList();
    }

    /** Returns when both take requests. */
    public static TwoServers start() throws IOException {
        DurableDatabase database = DurableDatabase.create();
        CuttingProxy toDatabase = CuttingProxy.to(database.port());
        Deployment direct = Deployment.on(database.jdbcUrl());
        Deployment proxied = direct.withDatabasePort(toDatabase.port());
        TwoServers pair = new TwoServers(
                database,
                toDatabase,
                List.of(ServerUnderTest.starting("pair-one", direct), ServerUnderTest.starting("pair-two", proxied)));
        pair.servers.forEach(ServerUnderTest::awaitReady);
        return pair;
    }

    /** Brings back to life whatever a test has left dead. */
    public void restore() throws IOException {
        if (!database.isRunning()) {
            database.start();
        }
        for (ServerUnderTest server : servers) {
            if (!server.isRunning()) {
                server.startAgain();
            }
        }
        servers.forEach(ServerUnderTest::awaitReady);
    }

    public DurableDatabase database() {
        return database;
    }

    /** What the second server's connections to the database go through. */
    public CuttingProxy toDatabase() {
        return toDatabase;
    }

    public List<ServerUnderTest> servers() {
        return servers;
    }

    /** One for each server, in their order; they show every failure. */
    public List<DynamoDbClient> clients() {
        return clients;
    }

    @Override
    public void close() throws IOException {
        servers.forEach(ServerUnderTest::kill);
        toDatabase.close();
        database.kill();
    }
}
