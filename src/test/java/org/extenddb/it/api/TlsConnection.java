package org.extenddb.it.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.extenddb.it.server.ServerUnderTest;

/** One connection over which exactly the bytes given are sent, and from which answers are read one by one. */
final class TlsConnection implements AutoCloseable {
    private static final int TIMEOUT_MILLIS = 30_000;

    private final Socket socket;
    private final InputStream in;

    TlsConnection(ServerUnderTest server) throws IOException {
        this(server, server.dataEndpoint());
    }

    /** To another port of the server's. */
    TlsConnection(ServerUnderTest server, URI uri) throws IOException {
        socket = server.certificate().clientContext().getSocketFactory().createSocket(uri.getHost(), uri.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        in = new BufferedInputStream(socket.getInputStream());
    }

    /**
     * An answer.
     *
     * @param headers names in lower case
     */
    record Answer(int status, Map<String, String> headers, String body) {}

    void send(String bytes) throws IOException {
        send(bytes.getBytes(ISO_8859_1));
    }

    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** Sends a call as one HTTP/1.1 request. */
    void send(RawClient.Call call) throws IOException {
        StringBuilder head = new StringBuilder("POST / HTTP/1.1\r\n");
        call.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        if (!call.headers().containsKey("content-length")) {
            head.append("content-length: ").append(call.body().length).append("\r\n");
        }
        send(head.append("\r\n").toString());
        send(call.body());
    }

    /** Reads the next answer, whose body must have a length. */
    Answer read() throws IOException {
        String[] status = line().split(" ", 3);
        Map<String, String> headers = new HashMap<>();
        for (String line = line(); !line.isEmpty(); line = line()) {
            String[] header = line.split(":", 2);
            headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
        }
        int length = Integer.parseInt(headers.getOrDefault("content-length", "0"));
        return new Answer(Integer.parseInt(status[1]), headers, new String(in.readNBytes(length), ISO_8859_1));
    }

    /** Reads all that comes until the server closes the connection. */
    String readAll() throws IOException {
        return new String(in.readAllBytes(), ISO_8859_1);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = in.read(); c != '\n'; c = in.read()) {
            if (c < 0) {
                throw new EOFException("the server closed the connection");
            }
            if (c != '\r') {
                line.append((char) c);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
