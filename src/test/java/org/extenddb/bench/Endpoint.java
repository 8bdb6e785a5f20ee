package org.extenddb.bench;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * A server under load and the key to sign its requests with.
 *
 * @param processes all that work for it, by pid; their children count as well
 */
record Endpoint(String name, URI uri, List<Long> processes, String accessKeyId, String secretAccessKey, String region) {
    /** {@code name=url[#pid,pid]}; key and region come from the environment, as for any AWS client. */
    static Endpoint parse(String argument) {
        int equals = argument.indexOf('=');
        String[] where = argument.substring(equals + 1).split("#", 2);
        return new Endpoint(
                argument.substring(0, equals),
                URI.create(where[0]),
                where.length == 1
                        ? List.of()
                        : Stream.of(where[1].split(",")).map(Long::valueOf).toList(),
                environment("AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE"),
                environment("AWS_SECRET_ACCESS_KEY", "none"),
                environment("AWS_REGION", "us-east-1"));
    }

    Socket connect() throws IOException {
        Socket socket = uri.getScheme().equals("https")
                ? trustingContext().getSocketFactory().createSocket(uri.getHost(), uri.getPort())
                : new Socket(uri.getHost(), uri.getPort());
        socket.setTcpNoDelay(true);
        return socket;
    }

    /** CPU time the server has used so far. */
    Duration cpuTime() {
        return processes.stream()
                .flatMap(pid -> ProcessHandle.of(pid).stream())
                .flatMap(process -> Stream.concat(Stream.of(process), process.descendants()))
                .flatMap(process -> process.info().totalCpuDuration().stream())
                .reduce(Duration.ZERO, Duration::plus);
    }

    private static String environment(String name, String otherwise) {
        String value = System.getenv(name);
        return value == null ? otherwise : value;
    }

    /** A benchmark on this machine's own server measures the cost of TLS and has nobody to mistrust. */
    private static SSLContext trustingContext() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new TrustEverything()}, new SecureRandom());
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class TrustEverything implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String authType) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
