package org.extenddb.it.admin;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.extenddb.it.server.ServerUnderTest;
import org.jspecify.annotations.Nullable;

/** The administration REST of a server, as somebody who has signed in or not. */
public record Rest(ServerUnderTest server, @Nullable String token) {
    /** What came back. */
    public record Answer(
            int status, String contentType, @Nullable String tag, String body) {
        public JsonText json() {
            return JsonText.parse(body);
        }
    }

    /** As the administrator of tests. */
    public static Rest signedIn(ServerUnderTest server) {
        Rest nobody = new Rest(server, null);
        return new Rest(
                server,
                nobody.signIn("admin", server.administratorPassword()).json().getString("token"));
    }

    /** Signs an administrator in. */
    public Answer signIn(String name, String password) {
        return send("POST", "sessions", "{\"name\":\"" + name + "\",\"password\":\"" + password + "\"}");
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    /** @param headers names and values in turn */
    public Answer send(String method, String path, @Nullable String body, String... headers) {
        URI uri = server.adminEndpoint().resolve("/admin/v1/" + path);
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (token != null) {
            request.header("Authorization", "Bearer " + token);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<String> response = server.http().send(request.build(), BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(""),
                    response.headers().firstValue("ETag").orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
