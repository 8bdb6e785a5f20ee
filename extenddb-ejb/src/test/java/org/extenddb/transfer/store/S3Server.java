package org.extenddb.transfer.store;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.extenddb.core.model.Utf8Order;
import org.jspecify.annotations.Nullable;

/** One bucket, in memory, behind as much of S3's protocol as an object store needs. Signatures are verified. */
final class S3Server implements AutoCloseable {
    static final String KEY = "AKIAIOSFODNN7EXAMPLE";
    static final String SECRET = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    private static final Pattern AUTHORIZATION = Pattern.compile(
            "AWS4-HMAC-SHA256 Credential=([^/]+)/([^,]+), SignedHeaders=([^,]+), Signature=([0-9a-f]{64})");

    private final HttpServer http;
    private final ExecutorService threads = Executors.newFixedThreadPool(2);
    private final TreeMap<String, byte[]> objects = new TreeMap<>(Utf8Order.INSTANCE);
    private final Map<String, TreeMap<Integer, byte[]>> uploads = new HashMap<>();
    private final List<String> requests = new ArrayList<>();
    private int uploadIds;

    private S3Server(HttpServer http) {
        this.http = http;
    }

    static S3Server start() {
        try {
            S3Server server =
                    new S3Server(HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
            server.http.createContext("/", server::handle);
            server.http.setExecutor(server.threads);
            server.http.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return http.getAddress().getPort();
    }

    /** What came, with parameters in order and without those that only name the client. */
    synchronized List<String> requests() {
        return List.copyOf(requests);
    }

    synchronized int uploads() {
        return uploads.size();
    }

    @Override
    public void close() {
        http.stop(0);
        threads.shutdownNow();
    }

    private record Answer(int status, byte[] body, Map<String, String> headers) {
        static Answer xml(String xml) {
            return new Answer(200, xml.getBytes(StandardCharsets.UTF_8), Map.of("Content-Type", "application/xml"));
        }

        static Answer error(int status, String code) {
            return new Answer(
                    status,
                    ("<Error><Code>" + code + "</Code><Message>" + code + "</Message></Error>")
                            .getBytes(StandardCharsets.UTF_8),
                    Map.of("Content-Type", "application/xml"));
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Answer answer = answer(exchange, body);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        if (head) {
            exchange.getResponseHeaders().set("Content-Length", Integer.toString(answer.body().length));
        }
        exchange.sendResponseHeaders(answer.status(), head || answer.body().length == 0 ? -1 : answer.body().length);
        if (!head && answer.body().length > 0) {
            exchange.getResponseBody().write(answer.body());
        }
        exchange.close();
    }

    private synchronized Answer answer(HttpExchange exchange, byte[] body) {
        URI uri = exchange.getRequestURI();
        Map<String, String> query = query(uri.getRawQuery());
        String sorted = new TreeMap<>(query)
                .entrySet().stream()
                        .map(it -> it.getKey() + (it.getValue().isEmpty() ? "" : "=" + it.getValue()))
                        .collect(Collectors.joining("&"));
        requests.add(exchange.getRequestMethod() + " " + uri.getRawPath() + (sorted.isEmpty() ? "" : "?" + sorted));
        if (!isSigned(exchange, body)) {
            return Answer.error(403, "SignatureDoesNotMatch");
        }
        String[] path = uri.getPath().substring(1).split("/", 2);
        if (!path[0].equals("bucket")) {
            return Answer.error(404, "NoSuchBucket");
        }
        return path.length == 1 || path[1].isEmpty() ? ofBucket(query) : ofObject(exchange, path[1], query, body);
    }

    /** Signature Version 4 as S3 has it: the path as it was sent, and the payload's hash as the header tells it. */
    private static boolean isSigned(HttpExchange exchange, byte[] body) {
        String authorization = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        Matcher matcher = AUTHORIZATION.matcher(authorization);
        String hash = exchange.getRequestHeaders().getFirst("x-amz-content-sha256");
        boolean whole = sha256(body).equals(hash) || body.length == 0 && "UNSIGNED-PAYLOAD".equals(hash);
        if (!matcher.matches() || !matcher.group(1).equals(KEY) || !whole) {
            return false;
        }
        URI uri = exchange.getRequestURI();
        String query = Arrays.stream(
                        uri.getRawQuery() == null
                                ? new String[0]
                                : uri.getRawQuery().split("&"))
                .map(pair -> pair.contains("=") ? pair : pair + "=")
                .sorted()
                .collect(Collectors.joining("&"));
        String headers = Arrays.stream(matcher.group(3).split(";"))
                .map(name -> name + ":"
                        + String.join(",", exchange.getRequestHeaders().get(name))
                                .strip() + "\n")
                .collect(Collectors.joining());
        String canonical = String.join(
                "\n", exchange.getRequestMethod(), uri.getRawPath(), query, headers, matcher.group(3), hash);
        String text = String.join(
                "\n",
                "AWS4-HMAC-SHA256",
                exchange.getRequestHeaders().getFirst("x-amz-date"),
                matcher.group(2),
                sha256(canonical.getBytes(StandardCharsets.UTF_8)));
        byte[] key = ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8);
        for (String part : matcher.group(2).split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text)).equals(matcher.group(4));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer ofBucket(Map<String, String> query) {
        String prefix = decode(query.getOrDefault("prefix", ""));
        String after = decode(query.getOrDefault("start-after", ""));
        int max = Integer.parseInt(query.getOrDefault("max-keys", "1000"));
        String contents = objects.entrySet().stream()
                .filter(it -> it.getKey().startsWith(prefix))
                .filter(it -> after.isEmpty() || Utf8Order.INSTANCE.compare(it.getKey(), after) > 0)
                .limit(max)
                .map(it -> "<Contents><Key>" + it.getKey().replace("&", "&amp;") + "</Key><Size>" + it.getValue().length
                        + "</Size><ETag>" + etag(it.getValue()) + "</ETag></Contents>")
                .collect(Collectors.joining());
        return Answer.xml("<ListBucketResult><Name>bucket</Name>" + contents + "</ListBucketResult>");
    }

    private Answer ofObject(HttpExchange exchange, String key, Map<String, String> query, byte[] body) {
        String upload = query.get("uploadId");
        return switch (exchange.getRequestMethod()) {
            case "PUT" -> upload == null ? put(key, body) : part(upload, query, body);
            case "POST" -> upload == null ? begin() : complete(key, upload);
            case "DELETE" -> upload == null ? delete(key) : abort(upload);
            default -> get(key, exchange.getRequestHeaders().getFirst("Range"));
        };
    }

    private Answer put(String key, byte[] body) {
        objects.put(key, body);
        return new Answer(200, new byte[0], Map.of("ETag", etag(body)));
    }

    private Answer begin() {
        String id = "u" + ++uploadIds;
        uploads.put(id, new TreeMap<>());
        return Answer.xml(
                "<InitiateMultipartUploadResult><UploadId>" + id + "</UploadId></InitiateMultipartUploadResult>");
    }

    private Answer part(String upload, Map<String, String> query, byte[] body) {
        uploads.get(upload).put(Integer.parseInt(query.get("partNumber")), body);
        return new Answer(200, new byte[0], Map.of("ETag", etag(body)));
    }

    private Answer complete(String key, String upload) {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        uploads.remove(upload).values().forEach(whole::writeBytes);
        objects.put(key, whole.toByteArray());
        return Answer.xml("<CompleteMultipartUploadResult><ETag>" + etag(whole.toByteArray())
                + "</ETag></CompleteMultipartUploadResult>");
    }

    private Answer delete(String key) {
        objects.remove(key);
        return new Answer(204, new byte[0], Map.of());
    }

    private Answer abort(String upload) {
        uploads.remove(upload);
        return new Answer(204, new byte[0], Map.of());
    }

    private Answer get(String key, @Nullable String range) {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            return Answer.error(404, "NoSuchKey");
        }
        int from = range == null ? 0 : Integer.parseInt(range.substring("bytes=".length(), range.length() - 1));
        if (range != null && from >= bytes.length) {
            return Answer.error(416, "InvalidRange");
        }
        byte[] part = Arrays.copyOfRange(bytes, from, bytes.length);
        return new Answer(range == null ? 200 : 206, part, Map.of("ETag", etag(bytes)));
    }

    private static Map<String, String> query(@Nullable String raw) {
        Map<String, String> query = new HashMap<>();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            query.put(equals < 0 ? pair : pair.substring(0, equals), equals < 0 ? "" : pair.substring(equals + 1));
        }
        return query;
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    private static String etag(byte[] bytes) {
        return '"' + sha256(bytes).substring(0, 32) + '"';
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(
                            java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
