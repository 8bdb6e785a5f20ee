package org.extenddb.core.testing;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** Cases of {@code given => expected}, one a line, {@code #} for comments, in a resource beside a test. */
public final class GoldenLines {
    private static final String ARROW = " => ";

    private GoldenLines() {}

    public static Stream<Arguments> of(Class<?> test, String resource) {
        try (InputStream in = test.getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(ARROW) && !line.startsWith("#"))
                    .map(GoldenLines::split);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Arguments split(String line) {
        int arrow = line.lastIndexOf(ARROW);
        return Arguments.of(line.substring(0, arrow), line.substring(arrow + ARROW.length()));
    }
}
