package org.extenddb.web.admin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The description names every resource and method there is, and no other. */
class DescriptionTest {
    @Test
    void openapi_isWhatTheResourcesAre() throws Exception {
        assertThat(described()).isEqualTo(annotated());
    }

    private static Set<String> described() throws IOException {
        Set<String> described = new TreeSet<>();
        try (InputStream in =
                        Objects.requireNonNull(DescriptionTest.class.getResourceAsStream("/META-INF/openapi.json"));
                JsonParser parser = new JsonFactory().createParser(in)) {
            String path = "";
            int depth = 0;
            boolean inPaths = false;
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                if (token == JsonToken.FIELD_NAME && depth == 1) {
                    inPaths = parser.currentName().equals("paths");
                } else if (token == JsonToken.FIELD_NAME && depth == 2 && inPaths) {
                    path = parser.currentName();
                } else if (token == JsonToken.FIELD_NAME && depth == 3 && inPaths) {
                    described.add(parser.currentName().toUpperCase(Locale.ROOT) + " " + path);
                }
            }
        }
        return described;
    }

    private static Set<String> annotated() throws Exception {
        Set<String> annotated = new TreeSet<>();
        java.nio.file.Path classes = java.nio.file.Path.of(AdminApplication.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("org/extenddb/web/admin");
        try (Stream<java.nio.file.Path> files = Files.list(classes)) {
            for (java.nio.file.Path file : files.toList()) {
                Class<?> type = Class.forName("org.extenddb.web.admin."
                        + file.getFileName().toString().replace(".class", ""));
                if (type.isAnnotationPresent(Path.class) && !Modifier.isAbstract(type.getModifiers())) {
                    add(type, annotated);
                }
            }
        }
        return annotated;
    }

    private static void add(Class<?> type, Set<String> annotated) {
        for (Method method : type.getMethods()) {
            String verb = verb(method);
            if (verb != null) {
                String below = method.isAnnotationPresent(Path.class)
                        ? "/" + method.getAnnotation(Path.class).value()
                        : "";
                String path = (type.getAnnotation(Path.class).value() + below).replaceAll("/+", "/");
                alternatives(path).filter(it -> isServed(verb, it)).forEach(it -> annotated.add(verb + " " + it));
            }
        }
    }

    /** What these refuse by 404 or 405 is not described. */
    private static boolean isServed(String verb, String path) {
        if (path.contains("/groups/{name}/tags") || path.contains("/groups/{name}/permissions-boundary")) {
            return false;
        }
        List<String> methods = path.endsWith("/policies")
                ? List.of("GET")
                : path.endsWith("/permissions-boundary")
                        ? List.of("PUT", "DELETE")
                        : path.endsWith("/tags") || path.endsWith("/attached-policies")
                                ? List.of("GET", "POST", "DELETE")
                                : List.of();
        boolean ofIdentities = path.matches("/accounts/\\{account}/(users|groups|roles)/\\{name}/.*");
        boolean below = path.matches(".*/(tags|attached-policies|permissions-boundary)/\\{policy}");
        return !ofIdentities || !below && (methods.isEmpty() || methods.contains(verb));
    }

    /** Of {@code {kind: users|groups}} each. */
    private static Stream<String> alternatives(String path) {
        int start = path.indexOf(": ");
        if (start < 0) {
            return Stream.of(path);
        }
        int open = path.lastIndexOf('{', start);
        int end = path.indexOf('}', start);
        return Arrays.stream(path.substring(start + 2, end).split("\\|"))
                .flatMap(it -> alternatives(path.substring(0, open) + it + path.substring(end + 1)));
    }

    private static @Nullable String verb(Method method) {
        for (Annotation annotation : method.getAnnotations()) {
            HttpMethod verb = annotation.annotationType().getAnnotation(HttpMethod.class);
            if (verb != null) {
                return verb.value();
            }
        }
        return null;
    }
}
