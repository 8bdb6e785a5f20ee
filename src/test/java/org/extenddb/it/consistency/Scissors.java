package org.extenddb.it.consistency;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.extenddb.it.api.AwsClient;
import org.extenddb.it.outage.CuttingProxy;
import org.extenddb.it.outage.TwoServers;
import org.extenddb.it.server.ServerUnderTest;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/**
 * Cuts connections in the middle of what is under way: those of clients with the servers, those of a server with the database, and at the
 * database, which ends sessions and says so.
 */
final class Scissors implements AutoCloseable {
    private static final int SHORTEST_CALM_MILLIS = 100;
    private static final int LONGEST_CALM_MILLIS = 1_000;
    private static final String END_HALF = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
            + " WHERE pid <> pg_backend_pid() AND backend_type = 'client backend' AND random() < 0.5";

    private final TwoServers pair;
    private final List<CuttingProxy> toServers = new ArrayList<>();
    private final List<DynamoDbClient> clients = new ArrayList<>();
    private final long seed = System.nanoTime();
    private final Random random = new Random(seed);

    /** Connections that were cut: of clients, of a server, at the database. */
    private final int[] cut = new int[3];

    Scissors(TwoServers pair) throws IOException {
        this.pair = pair;
        for (ServerUnderTest server : pair.servers()) {
            CuttingProxy proxy = CuttingProxy.tunnelTo(server.dataEndpoint().getPort());
            toServers.add(proxy);
            clients.add(AwsClient.through(proxy.port(), server));
        }
    }

    /** One for each server, whose connections are cut. */
    List<DynamoDbClient> clients() {
        return clients;
    }

    void cutSomewhere() throws SQLException {
        int where = random.nextInt(cut.length);
        cut[where] += switch (where) {
            case 0 ->
                toServers.stream().mapToInt(proxy -> proxy.cutHalf(random)).sum();
            case 1 -> pair.toDatabase().cutHalf(random);
            default -> endSessions();
        };
    }

    private int endSessions() throws SQLException {
        try (Connection connection = DriverManager.getConnection(pair.database().jdbcUrl());
                PreparedStatement end = connection.prepareStatement(END_HALF);
                ResultSet ended = end.executeQuery()) {
            int sessions = 0;
            while (ended.next()) {
                sessions++;
            }
            return sessions;
        }
    }

    boolean haveCutEverywhere() {
        return Arrays.stream(cut).allMatch(number -> number > 0);
    }

    long calmMillis() {
        return random.nextInt(SHORTEST_CALM_MILLIS, LONGEST_CALM_MILLIS);
    }

    @Override
    public void close() throws IOException {
        clients.forEach(DynamoDbClient::close);
        for (CuttingProxy proxy : toServers) {
            proxy.close();
        }
    }

    @Override
    public String toString() {
        return "cut " + cut[0] + " connections of clients, " + cut[1] + " of a server, " + cut[2]
                + " at the database; seed " + seed;
    }
}
