package org.extenddb.it.outage;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A port of this machine that leads to another one, until the connections through it are cut: in the middle of whatever is under way,
 * requests that have not arrived and answers that were on their way alike.
 */
public final class CuttingProxy implements AutoCloseable {
    private static final int BUFFER = 16_384;
    private static final int BACKLOG = 200;
    private static final byte[] END_OF_HEADERS = {'\r', '\n', '\r', '\n'};
    private static final byte[] CONNECTED = "HTTP/1.1 200 Connected\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final int target;
    private final boolean tunnel;
    private final ServerSocket listener;
    private final Set<Connection> connections = ConcurrentHashMap.newKeySet();

    private CuttingProxy(int target, boolean tunnel) throws IOException {
        this.target = target;
        this.tunnel = tunnel;
        this.listener = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
    }

    /** For clients that take it for the target itself. Takes connections at once. */
    public static CuttingProxy to(int target) throws IOException {
        return new CuttingProxy(target, false).started();
    }

    /** For HTTP clients that know it as their proxy, and ask it by CONNECT for the way to the target. Takes connections at once. */
    public static CuttingProxy tunnelTo(int target) throws IOException {
        return new CuttingProxy(target, true).started();
    }

    private CuttingProxy started() {
        run(this::accept);
        return this;
    }

    /** Where it listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** Cuts each connection with the probability of a half. Returns how many it cut. */
    public int cutHalf(Random random) {
        List<Connection> victims =
                connections.stream().filter(any -> random.nextBoolean()).toList();
        victims.forEach(Connection::cut);
        return victims.size();
    }

    @Override
    public void close() throws IOException {
        listener.close();
        connections.forEach(Connection::cut);
    }

    private void accept() throws IOException {
        while (true) {
            Socket client = listener.accept();
            try {
                Connection connection = new Connection(client, new Socket(InetAddress.getLoopbackAddress(), target));
                connections.add(connection);
                run(connection::passRequests);
            } catch (IOException e) {
                reset(client); // nobody listens there
            }
        }
    }

    private final class Connection {
        private final Socket client;
        private final Socket server;

        private Connection(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        private void passRequests() {
            try {
                if (tunnel) {
                    answerConnect();
                }
                run(() -> pass(server, client));
                pass(client, server);
            } catch (IOException e) {
                cut();
            }
        }

        /** Reads up to the empty line. */
        private void answerConnect() throws IOException {
            int ends = 0;
            while (ends < END_OF_HEADERS.length) {
                int next = client.getInputStream().read();
                if (next < 0) {
                    throw new EOFException();
                }
                ends = next == END_OF_HEADERS[ends] ? ends + 1 : next == '\r' ? 1 : 0;
            }
            client.getOutputStream().write(CONNECTED);
        }

        private void pass(Socket from, Socket to) {
            try {
                InputStream in = from.getInputStream();
                OutputStream out = to.getOutputStream();
                byte[] buffer = new byte[BUFFER];
                for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                    out.write(buffer, 0, length);
                }
                to.shutdownOutput();
            } catch (IOException e) {
                cut();
            } finally {
                if (from.isOutputShutdown() || to.isClosed()) {
                    cut();
                }
            }
        }

        private void cut() {
            connections.remove(this);
            reset(client);
            reset(server);
        }
    }

    /** Closes a connection as one does whose machine has forgotten it. */
    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException e) {
            // It is closed.
        }
    }

    @FunctionalInterface
    private interface Work {
        void run() throws IOException;
    }

    private void run(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // Closed.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }
}
