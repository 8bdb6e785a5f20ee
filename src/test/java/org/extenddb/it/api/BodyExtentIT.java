package org.extenddb.it.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import org.extenddb.it.api.TlsConnection.Answer;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that follows a request whose body's extent is in doubt is read as a request. */
class BodyExtentIT {
    private static final String CHUNKED_BODY = "2\r\n{}\r\n0\r\n\r\n";

    private final ServerUnderTest server = ServerUnderTest.started();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Content-Length: abc",
                "Content-Length: -5",
                "Content-Length: +2",
                "Content-Length: 0x2",
                "Content-Length: 2, 3",
                "Content-Length: 2 2",
                "Content-Length:",
                "Content-Length: 2\r\nContent-Length: 3",
                "Content-Length: 3\r\nContent-Length: 2",
                "X-Length: 2"
            })
    void post_extentInDoubt_isTheConnectionsLast(String header) throws IOException {
        assertLast(post() + header + "\r\n\r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked",
                "Transfer-Encoding: chunked\r\nContent-Length: 2",
                "Content-Length: 2\r\nTransfer-Encoding: chunked",
                "Content-Length: abc\r\nTransfer-Encoding: chunked",
                "Transfer-Encoding: chunked, identity",
                "Transfer-Encoding: xchunked"
            })
    void post_transferEncoding_isTheConnectionsLast(String headers) throws IOException {
        assertLast(post() + headers + "\r\n\r\n" + CHUNKED_BODY);
    }

    @Test
    void get_lengthThatIsNoNumber_isTheConnectionsLast() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send("GET / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Length: abc\r\n\r\n" + sound());
            assertThat(connection.read().status()).isEqualTo(200);
            assertClosed(connection);
        }
    }

    @Test
    void post_sound_leavesTheConnectionToTheNext() throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send(sound() + sound());
            assertThat(connection.read().status()).isEqualTo(400);
            assertThat(connection.read().status()).isEqualTo(400);
        }
    }

    /** What follows goes out together with the request, as the rest of a smuggler's body would. */
    private void assertLast(String request) throws IOException {
        try (TlsConnection connection = new TlsConnection(server)) {
            connection.send(request + sound());
            Answer refused = connection.read();
            assertThat(refused.status()).isEqualTo(400);
            assertThat(refused.headers().getOrDefault("connection", "")).isEqualToIgnoringCase("close");
            assertClosed(connection);
        }
    }

    /** Closed at once: a read that times out is no such thing. */
    private static void assertClosed(TlsConnection connection) {
        assertThatThrownBy(connection::read).isInstanceOfAny(EOFException.class, SocketException.class);
    }

    private String sound() {
        return post() + "Content-Length: 2\r\n\r\n{}";
    }

    private String post() {
        return "POST / HTTP/1.1\r\nHost: " + host() + "\r\nContent-Type: application/x-amz-json-1.0\r\n"
                + "X-Amz-Target: DynamoDB_20120810.ListTables\r\n";
    }

    private String host() {
        return server.dataEndpoint().getAuthority();
    }
}
