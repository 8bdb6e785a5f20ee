package org.extenddb.cli.remote;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.cli.host.CommandFailure;
import org.jspecify.annotations.Nullable;

/** Calls the administration REST of one server. */
public final class AdminClient {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final URI base;
    private final HttpClient http;
    private final @Nullable String token;

    /**
     * @param endpoint where the administration answers
     * @param token null before signing in
     */
    public AdminClient(URI endpoint, HttpClient http, @Nullable String token) {
        this.base = endpoint.resolve("/admin/v1/");
        this.http = http;
        this.token = token;
    }

    /**
     * A path of these segments, each of them encoded.
     *
     * @throws CommandFailure where one is {@code .} or {@code ..}: both are names to IAM, and in a path another resource, such as the
     *     account in place of its user
     */
    public static String path(String... segments) {
        return List.of(segments).stream().map(AdminClient::segment).collect(Collectors.joining("/"));
    }

    private static String segment(String name) {
        if (name.isEmpty() || name.equals(".") || name.equals("..")) {
            throw new CommandFailure("\"" + name + "\" cannot be part of an address; use the aws command for it");
        }
        return encoded(name);
    }

    public Map<String, Object> get(String path) {
        return body(answered("GET", path, null, null));
    }

    /** All pages of a list. */
    public List<Object> list(String path) {
        List<Object> items = new ArrayList<>();
        String next = "";
        while (true) {
            String separator = path.contains("?") ? "&" : "?";
            Map<String, Object> page = get(next.isEmpty() ? path : path + separator + "next=" + encoded(next));
            items.addAll(Json.elements(page.get("items")));
            Object following = page.get("next");
            if (following == null) {
                return items;
            }
            next = following.toString();
        }
    }

    public Map<String, Object> post(String path, @Nullable Map<String, ?> body) {
        return body(answered("POST", path, body, null));
    }

    public Map<String, Object> put(String path, Map<String, ?> body) {
        return body(answered("PUT", path, body, null));
    }

    public void delete(String path) {
        answered("DELETE", path, null, null);
    }

    public Map<String, Object> patch(String path, Map<String, ?> body) {
        return body(answered("PATCH", path, body, null));
    }

    /** Changes what it has just looked at: should somebody else have changed it between, that stays and this fails. */
    public Map<String, Object> change(String method, String path, Map<String, ?> body) {
        return body(answered(method, path, body, tag(path)));
    }

    /** The same for what is there already; what is not there is made. */
    public Map<String, Object> replace(String path, Map<String, ?> body) {
        try {
            return change("PUT", path, body);
        } catch (RemoteFailure e) {
            if (e.status() == 404) {
                return put(path, body);
            }
            throw e;
        }
    }

    /** The present state of something. */
    public @Nullable String tag(String path) {
        return answered("GET", path, null, null).headers().firstValue("ETag").orElse(null);
    }

    /** @param ifMatch null for any state */
    public Map<String, Object> send(
            String method, String path, @Nullable String ifMatch, @Nullable Map<String, ?> body) {
        return body(answered(method, path, body, ifMatch));
    }

    private HttpResponse<String> answered(
            String method, String path, @Nullable Map<String, ?> body, @Nullable String ifMatch) {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(Json.compact(body)));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (ifMatch != null) {
            request.header("If-Match", ifMatch);
        }
        HttpResponse<String> response = exchange(request.build());
        if (response.statusCode() >= 400) {
            throw new RemoteFailure(response.statusCode(), problem(response));
        }
        return response;
    }

    private HttpResponse<String> exchange(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new RemoteFailure(0, "Cannot reach " + base + ": " + reason(e));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailure("interrupted", e);
        }
    }

    private static String reason(Throwable failure) {
        Throwable deepest = failure;
        while (deepest.getCause() != null && deepest.getMessage() == null) {
            deepest = deepest.getCause();
        }
        String message = deepest.getMessage();
        return message == null ? deepest.getClass().getSimpleName() : message;
    }

    private static String problem(HttpResponse<String> response) {
        String type = response.headers().firstValue("Content-Type").orElse("");
        if (!type.startsWith("application/problem+json")) {
            return "The server answered " + response.statusCode() + "; is this the administration port?";
        }
        Map<String, Object> problem = Json.object(response.body(), "The server's answer");
        return problem.get("detail") + " (" + problem.get("title") + ")";
    }

    private static Map<String, Object> body(HttpResponse<String> response) {
        return response.body().isEmpty() ? Map.of() : Json.object(response.body(), "The server's answer");
    }

    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
