package org.extenddb.bench;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** One keep-alive HTTP/1.1 connection that does as little as a client can. */
final class Connection implements AutoCloseable {
    private static final int SHOWN = 200;

    private final Socket socket;
    private final InputStream in;
    private final OutputStream out;
    private final StringBuilder line = new StringBuilder(128);
    private byte[] body = new byte[1 << 16];
    private int bodyLength;

    Connection(Endpoint endpoint) throws IOException {
        socket = endpoint.connect();
        in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
        out = socket.getOutputStream();
    }

    /**
     * Sends and reads the whole answer; any status but 200 ends the benchmark.
     *
     * @return how the answer begins
     */
    String call(SignedRequest request) throws IOException {
        out.write(request.bytes());
        out.flush();
        String status = readLine();
        int length = 0;
        boolean chunked = false;
        for (String header = readLine(); !header.isEmpty(); header = readLine()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(lower.substring(15).trim());
            } else if (lower.startsWith("transfer-encoding:")) {
                chunked = true;
            }
        }
        int read = chunked ? readChunks() : readBody(0, length);
        bodyLength = read;
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + new String(body, 0, read, StandardCharsets.UTF_8));
        }
        return new String(body, 0, Math.min(read, SHOWN), StandardCharsets.ISO_8859_1);
    }

    /** The whole of the last answer. */
    String answer() {
        return new String(body, 0, bodyLength, StandardCharsets.UTF_8);
    }

    /** How the last answer ends. */
    String end() {
        int length = Math.min(bodyLength, SHOWN);
        return new String(body, bodyLength - length, length, StandardCharsets.ISO_8859_1);
    }

    private int readChunks() throws IOException {
        int read = 0;
        for (int size = chunkSize(); size > 0; size = chunkSize()) {
            read = readBody(read, size);
            readLine();
        }
        readLine();
        return read;
    }

    private int chunkSize() throws IOException {
        return Integer.parseInt(readLine().trim(), 16);
    }

    private int readBody(int at, int length) throws IOException {
        if (body.length < at + length) {
            body = java.util.Arrays.copyOf(body, Math.max(at + length, body.length * 2));
        }
        if (in.readNBytes(body, at, length) < length) {
            throw new EOFException("the server closed the connection");
        }
        return at + length;
    }

    private String readLine() throws IOException {
        line.setLength(0);
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
