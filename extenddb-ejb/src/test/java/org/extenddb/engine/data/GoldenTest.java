package org.extenddb.engine.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.engine.GoldenFile;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Plays the scripts beside this class. In a script a line {@code ## name} begins a case, {@code Operation {json}} is a request and
 * the line {@code = answer} after it what has to come back, to the letter. <code>${text*3}</code> in a line stands for the text
 * three times. A script's cases share one set of tables.
 */
final class GoldenTest {
    private static final int SHOWN = 1_000;
    private static final Pattern REPEATED = Pattern.compile("\\$\\{(.+?)\\*(\\d+)\\}");

    @TestFactory
    List<DynamicContainer> scripts() throws IOException {
        List<DynamicContainer> scripts = new ArrayList<>();
        for (String script : GoldenFile.beside(GoldenTest.class)) {
            scripts.add(DynamicContainer.dynamicContainer(script, cases(script)));
        }
        return scripts;
    }

    private static List<DynamicTest> cases(String script) throws IOException {
        DataPlane plane = new DataPlane();
        List<DynamicTest> cases = new ArrayList<>();
        String name = script;
        String request = "";
        for (String line : lines(script)) {
            if (line.startsWith("## ")) {
                name = line.substring(3);
            } else if (line.startsWith("= ")) {
                String asked = request;
                cases.add(dynamicTest(
                        name + ": " + shortened(asked),
                        () -> assertThat(answer(plane, asked))
                                .as(shortened(asked))
                                .isEqualTo(line.substring(2))));
            } else if (!line.isBlank()) {
                request = line;
            }
        }
        assertThat(cases).as("cases of " + script).isNotEmpty();
        return cases;
    }

    private static String shortened(String request) {
        return request.length() <= SHOWN ? request : request.substring(0, SHOWN) + "...";
    }

    private static String expanded(String line) {
        return REPEATED.matcher(line)
                .replaceAll(found -> Matcher.quoteReplacement(found.group(1).repeat(Integer.parseInt(found.group(2)))));
    }

    private static String answer(DataPlane plane, String request) {
        int blank = request.indexOf(' ');
        return plane.answer(request.substring(0, blank), request.substring(blank + 1));
    }

    private static List<String> lines(String script) throws IOException {
        try (InputStream in = GoldenTest.class.getResourceAsStream(script)) {
            assertThat(in).as(script).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(GoldenTest::expanded)
                    .toList();
        }
    }
}
