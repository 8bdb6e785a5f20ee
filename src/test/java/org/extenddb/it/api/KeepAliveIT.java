package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import org.extenddb.it.api.RawClient.Call;
import org.extenddb.it.api.TlsConnection.Answer;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;

/** A connection goes on after error answers: a failed condition must not cost a TLS handshake. */
class KeepAliveIT {
    private final ServerUnderTest server = ServerUnderTest.started();
    private final RawClient client = new RawClient(server);

    @Test
    void connection_afterThreeFailedRequests_servesTheFourth() throws IOException {
        Call failing = client.signed(Call.of("GetItem", "{}"));
        try (TlsConnection connection = new TlsConnection(server)) {
            for (int i = 0; i < 3; i++) {
                connection.send(failing);
                Answer refused = connection.read();
                assertThat(refused.status()).isEqualTo(400);
                assertThat(refused.body()).contains("ValidationException");
                assertThat(refused.headers().getOrDefault("connection", "")).isNotEqualToIgnoringCase("close");
            }
            connection.send(client.signed(Call.of("ListTables", "{}")));
            assertThat(connection.read().status()).isEqualTo(200);
        }
    }

    @Test
    void connection_afterMalformedHttp_isClosedByTheServer() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send("this is no HTTP\r\n\r\n");
            assertThat(connection.read().status()).isEqualTo(400);
            assertThatThrownBy(connection::read).isInstanceOf(EOFException.class);
        }
    }

    @Test
    void brokenChunk_isNoServerError() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send("POST / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: application/x-amz-json-1.0\r\n"
                    + "X-Amz-Target: DynamoDB_20120810.ListTables\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nxx\r\n");
            assertThat(connection.read().status()).isEqualTo(400);
            assertThatThrownBy(connection::read).isInstanceOfAny(EOFException.class, SocketException.class);
        }
    }

    @Test
    void contentTypeThatIsNone_isAnsweredAsAnUnknownOperation() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send(
                    "POST / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: garbage\r\nContent-Length: 2\r\n\r\n{}");
            Answer answer = connection.read();
            assertThat(answer.status()).isEqualTo(404);
            assertThat(answer.body()).contains("UnknownOperationException");
        }
    }

    /** Liberty finds the application by the port that the Host header names. */
    private String host() {
        return server.dataEndpoint().getAuthority();
    }
}
