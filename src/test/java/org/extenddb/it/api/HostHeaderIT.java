package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.extenddb.it.server.ServerUnderTest;
import org.extenddb.it.server.ServerVariables;
import org.junit.jupiter.api.Test;

/** The Host header, which a client makes up, opens no other door than the port that was connected to. */
class HostHeaderIT {
    private final ServerUnderTest server = ServerUnderTest.started();

    @Test
    void dataPort_hostOfAdministration_showsNoAdministration() throws IOException {
        String admin = server.adminEndpoint().getAuthority();
        for (String path : new String[] {"/health", "/metrics", "/console/"}) {
            try (TlsConnection connection = new TlsConnection(server)) {
                connection.send("GET " + path + " HTTP/1.1\r\nHost: " + admin + "\r\n\r\n");
                assertThat(connection.read().status()).as(path).isIn(403, 404);
            }
        }
    }

    @Test
    void dataPort_hostAsClientsKnowIt_isServed() throws IOException {
        assertThat(statusFor("dynamodb.example.com")).isEqualTo(200);
        assertThat(statusFor("dynamodb.example.com:" + ServerVariables.PUBLIC_PORT))
                .isEqualTo(200);
    }

    /** Liberty's own headers, by which proxies of its kind tell of the client, would make up scheme, port and virtual host. */
    @Test
    void dataPort_privateHeadersOfAProxy_areNotBelieved() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send("GET / HTTP/1.1\r\nHost: dynamodb.example.com\r\n$WSSN: dynamodb.example.com\r\n"
                    + "$WSSP: 1\r\n$WSSC: http\r\n$WSIS: false\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    private int statusFor(String host) throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send("GET / HTTP/1.1\r\nHost: " + host + "\r\n\r\n");
            return connection.read().status();
        }
    }
}
