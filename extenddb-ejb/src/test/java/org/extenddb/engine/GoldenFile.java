package org.extenddb.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Sessions with their answers, from a resource: {@code == name} starts a session on an empty server, {@code > Operation {json}} is a
 * request, {@code < json} the whole answer and {@code ! Error text} an error. Lines without a mark go on with the line before.
 */
public final class GoldenFile {
    private GoldenFile() {}

    /** A request and what is expected of it. */
    public record Step(String operation, String json, String expected) {}

    /** Requests of one server, in order. */
    public record Session(String name, List<Step> steps) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** The names of all golden files of a test's package, so that none can be forgotten. */
    public static List<String> beside(Class<?> test) {
        String name = test.getSimpleName() + ".class";
        Path classes = Path.of(
                URI.create(Objects.requireNonNull(test.getResource(name), name).toString()));
        Path resources = Objects.requireNonNull(classes.getParent());
        try (Stream<Path> files = Files.list(resources)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(file -> file.endsWith(".golden"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<Session> read(Class<?> beside, String resource) {
        try (InputStream in = Objects.requireNonNull(beside.getResourceAsStream(resource), resource)) {
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Session> parse(List<String> lines) {
        List<Session> sessions = new ArrayList<>();
        List<String> entries = joined(lines);
        String request = "";
        for (String entry : entries) {
            String text = entry.substring(2).strip();
            switch (entry.substring(0, 2)) {
                case "==" -> sessions.add(new Session(text, new ArrayList<>()));
                case "> " -> request = text;
                case "< ", "! " -> {
                    int space = request.indexOf(' ');
                    Step step = new Step(
                            request.substring(0, space), request.substring(space + 1), entry.substring(0, 2) + text);
                    sessions.get(sessions.size() - 1).steps().add(step);
                }
                default -> throw new IllegalArgumentException(entry);
            }
        }
        return sessions;
    }

    private static List<String> joined(List<String> lines) {
        List<String> entries = new ArrayList<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("==") || line.startsWith("> ") || line.startsWith("< ") || line.startsWith("! ")) {
                entries.add(line);
            } else {
                int last = entries.size() - 1;
                entries.set(last, entries.get(last) + line.stripTrailing());
            }
        }
        return entries;
    }
}
