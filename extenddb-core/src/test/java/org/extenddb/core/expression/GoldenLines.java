package org.extenddb.core.expression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Golden files beside the tests. */
final class GoldenLines {
    private GoldenLines() {}

    /** The lines after the first, which says what the file is. */
    static List<String> of(String file) {
        List<String> lines =
                new String(bytes(file), StandardCharsets.UTF_8).lines().toList();
        return lines.subList(1, lines.size());
    }

    static byte[] bytes(String file) {
        try (InputStream in = Objects.requireNonNull(GoldenLines.class.getResourceAsStream(file), file)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
