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
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.extenddb.test.TestDatabase;

/**
 * The packaged server on a test database and free ports. The first test that asks starts it, the end of the JVM stops it; its
 * logs stay under {@code target/it/server}.
 */
public final class ServerUnderTest {
    private static final Duration START_PATIENCE = Duration.ofMinutes(4);
    private static final int STOP_SECONDS = 30;

    /** The key that the server is given at its first start. */
    public static final String ACCESS_KEY_ID = "AKIATESTTESTTESTTEST";

    private final String secretAccessKey = randomBase64(30);

    private final FreePorts ports;
    private final TestCertificate certificate;
    private final HttpClient http;
    private final Path logs;
    private final Process process;

    private ServerUnderTest() {
        ports = FreePorts.find();
        ServerDirectory directory = ServerDirectory.copyOfBuilt("server");
        certificate = TestCertificate.make(directory.configuration().resolve("resources/security/key.p12"));
        http = HttpClient.newBuilder().sslContext(certificate.clientContext()).build();
        logs = directory.user().resolveSibling("logs");
        process = launch(directory);
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
        awaitReady();
    }

    /** The one server of this JVM's tests, ready. */
    public static ServerUnderTest started() {
        return Holder.SERVER;
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
        return secretAccessKey;
    }

    private static String randomBase64(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
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

    private Process launch(ServerDirectory directory) {
        ProcessBuilder builder = new ProcessBuilder(
                        directory.installation().resolve("bin/server").toString(), "run", "extenddb")
                .redirectErrorStream(true)
                .redirectOutput(directory.user().resolveSibling("console.log").toFile());
        Map<String, String> environment = builder.environment();
        environment.put("JAVA_HOME", System.getProperty("java.home"));
        environment.put("WLP_USER_DIR", directory.user().toString());
        environment.put("LOG_DIR", logs.toString());
        environment.putAll(variables());
        try {
            return builder.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("EXTENDDB_DATA_HOST", "localhost");
        variables.put("EXTENDDB_DATA_HTTPSPORT", Integer.toString(ports.data()));
        variables.put("EXTENDDB_ADMIN_HTTPSPORT", Integer.toString(ports.admin()));
        variables.put("EXTENDDB_TLS_KEYSTOREPASSWORD", TestCertificate.PASSWORD);
        variables.put("EXTENDDB_BOOTSTRAP_ACCESSKEYID", ACCESS_KEY_ID);
        variables.put("EXTENDDB_BOOTSTRAP_SECRETACCESSKEY", secretAccessKey);
        variables.put("EXTENDDB_ENCRYPTION_KEY", randomBase64(32));
        String[] url = TestDatabase.create().jdbcUrl().split("[?]", 2);
        variables.put("EXTENDDB_DB_URL", url[0]);
        for (String parameter : url[1].split("&")) {
            String[] pair = parameter.split("=", 2);
            if (pair[0].equals("user") || pair[0].equals("password")) {
                variables.put("EXTENDDB_DB_" + pair[0].toUpperCase(Locale.ROOT), pair[1]);
            }
        }
        return variables;
    }

    private void awaitReady() {
        long deadline = System.nanoTime() + START_PATIENCE.toNanos();
        while (!isReady()) {
            if (!process.isAlive() || hasApplicationFailed() || System.nanoTime() > deadline) {
                process.destroy();
                throw new IllegalStateException("the server did not become ready, see " + logs);
            }
            pause();
        }
    }

    private boolean isReady() {
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

    private void stop() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
        }
    }

    private static final class Holder {
        private static final ServerUnderTest SERVER = new ServerUnderTest();
    }
}
