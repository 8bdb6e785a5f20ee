package org.extenddb.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The packaged server on free ports. The first test that asks starts the one that most tests share, the end of the JVM stops
 * it; logs stay under {@code target/it}.
 */
public final class ServerUnderTest {
    private static final Duration START_PATIENCE = Duration.ofMinutes(Long.getLong("extenddb.start.minutes", 8));

    /** The key that the server is given at its first start. */
    public static final String ACCESS_KEY_ID = "AKIATESTTESTTESTTEST";

    private final Deployment deployment;
    private final ServerDirectory directory;
    private final FreePorts ports;
    private final TestCertificate certificate;
    private final HttpClient http;
    private final Path logs;
    private volatile ServerProcess process;

    private ServerUnderTest(String purpose, Deployment deployment) {
        this.deployment = deployment;
        ports = FreePorts.find();
        directory = ServerDirectory.copyOfBuilt(purpose, "extenddb");
        certificate = TestCertificate.make(directory.configuration().resolve("resources/security/key.p12"));
        http = HttpClient.newBuilder().sslContext(certificate.clientContext()).build();
        logs = directory.user().resolveSibling("logs");
        process = launch();
        Runtime.getRuntime().addShutdownHook(new Thread(this::kill));
    }

    /** The one server that most tests share, ready. */
    public static ServerUnderTest started() {
        return Holder.SERVER;
    }

    /**
     * A server of the caller's own, which is about to start.
     *
     * @param purpose names its directory
     */
    public static ServerUnderTest starting(String purpose, Deployment deployment) {
        return new ServerUnderTest(purpose, deployment);
    }

    /** Another server of the same ExtendDB, which is about to start. */
    public ServerUnderTest another(String purpose) {
        return new ServerUnderTest(purpose, deployment);
    }

    /** Kills it, as a power failure would. */
    public void kill() {
        process.stop();
    }

    /** Starts a killed one again as it was. */
    public void startAgain() {
        process = launch();
    }

    /** False from a kill until the next start. */
    public boolean isRunning() {
        return process.isAlive();
    }

    /** Of its Java process, as long as it runs. */
    public long pid() {
        return process.javaPid();
    }

    /** Where AWS clients send their requests. */
    public URI dataEndpoint() {
        return URI.create("https://localhost:" + ports.data() + "/");
    }

    /** Where console, health and metrics are. */
    public URI adminEndpoint() {
        return URI.create("https://localhost:" + ports.admin() + "/");
    }

    public TestCertificate certificate() {
        return certificate;
    }

    /** The secret of {@link #ACCESS_KEY_ID}, another one for each run. */
    public String secretAccessKey() {
        return deployment.secretAccessKey();
    }

    /** Of the administrator {@code admin}, another one for each run. */
    public String administratorPassword() {
        return deployment.secretAccessKey();
    }

    /** A client that trusts the server's certificate. */
    public HttpClient http() {
        return http;
    }

    /** Gets a text from the server. */
    public HttpResponse<String> get(URI uri) throws IOException {
        try {
            return http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private ServerProcess launch() {
        Map<String, String> variables = ServerVariables.of(ports, deployment);
        variables.put("EXTENDDB_BOOTSTRAP_ACCESSKEYID", ACCESS_KEY_ID);
        variables.put("EXTENDDB_BOOTSTRAP_SECRETACCESSKEY", deployment.secretAccessKey());
        variables.put("EXTENDDB_BOOTSTRAP_ADMINPASSWORD", deployment.secretAccessKey());
        variables.put("EXTENDDB_BOOTSTRAP_ADMINMUSTCHANGEPASSWORD", "false");
        return ServerProcess.run(directory, logs, variables);
    }

    /** Returns when it takes requests. */
    public void awaitReady() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || hasApplicationFailed() || System.nanoTime() > deadline) {
                process.stop();
                throw new IllegalStateException("the server did not become ready, see " + logs);
            }
            pause();
        }
    }

    /** What it has logged by now. */
    public List<String> logged() {
        try {
            return Files.readAllLines(logs.resolve("messages.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether it says that it takes requests. */
    public boolean isReady() {
        try {
            return get(adminEndpoint().resolve("/health/ready")).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /** CWWKZ0002E: Liberty runs on without the application. */
    private boolean hasApplicationFailed() {
        Path messages = logs.resolve("messages.log");
        try {
            return Files.exists(messages) && Files.readString(messages).contains("CWWKZ0002E");
        } catch (IOException e) {
            return false;
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(250);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static final class Holder {
        private static final ServerUnderTest SERVER = shared();

        private static ServerUnderTest shared() {
            ServerUnderTest server = starting("server", Deployment.create());
            server.awaitReady();
            return server;
        }
    }
}
