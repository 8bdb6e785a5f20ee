package org.extenddb.cli.postgres;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.jspecify.annotations.Nullable;

/** Reads {@code postgresql://user:password@host:port/database?parameters}, with or without {@code jdbc:} before it. */
public final class PostgresUrl {
    private static final String FORM = "Write --postgres-url as postgresql://user:password@host:5432/database";

    private PostgresUrl() {}

    /** User and password that the URL does not name come from PGUSER and PGPASSWORD. */
    public static Database parse(String url, Map<String, String> environment) {
        URI uri = uri(url.startsWith("jdbc:") ? url.substring("jdbc:".length()) : url);
        String scheme = String.valueOf(uri.getScheme());
        if (!(scheme.equals("postgresql") || scheme.equals("postgres"))
                || uri.getHost() == null
                || uri.getPath().length() < 2) {
            throw new CommandFailure(FORM + ".");
        }
        String user = environment.getOrDefault("PGUSER", "postgres");
        String password = environment.getOrDefault("PGPASSWORD", "");
        if (uri.getRawUserInfo() != null) {
            String[] parts = uri.getRawUserInfo().split(":", 2);
            user = decode(parts[0]);
            password = parts.length > 1 ? decode(parts[1]) : password;
        }
        List<String> parameters = new ArrayList<>();
        for (String parameter : parameters(uri.getRawQuery())) {
            String value = decode(parameter.substring(parameter.indexOf('=') + 1));
            if (parameter.startsWith("user=")) {
                user = value;
            } else if (parameter.startsWith("password=")) {
                password = value;
            } else {
                parameters.add(parameter);
            }
        }
        return new Database(jdbcUrl(uri, parameters), user, password);
    }

    private static String jdbcUrl(URI uri, List<String> parameters) {
        String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
        String query = parameters.isEmpty() ? "" : "?" + String.join("&", parameters);
        return "jdbc:postgresql://" + uri.getHost() + port + uri.getRawPath() + query;
    }

    private static List<String> parameters(@Nullable String query) {
        return query == null || query.isEmpty() ? List.of() : List.of(query.split("&"));
    }

    private static URI uri(String text) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            // The cause would show the password.
            throw new CommandFailure(FORM + "; characters that a URL does not allow are written %XX.");
        }
    }

    private static String decode(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
