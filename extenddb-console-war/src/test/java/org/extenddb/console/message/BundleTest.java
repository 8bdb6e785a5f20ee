package org.extenddb.console.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.ResourceBundle;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BundleTest {
    private static final Pattern TEXT = Pattern.compile("\\bmsg\\.([A-Za-z]\\w*)");

    @Test
    void pages_textsTheyName_areInTheBundle() throws IOException {
        ResourceBundle bundle = ResourceBundle.getBundle("org.extenddb.console.message.console");
        List<String> missing = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/webapp"))) {
            for (Path page :
                    files.filter(file -> file.toString().endsWith(".xhtml")).toList()) {
                Matcher text = TEXT.matcher(Files.readString(page));
                while (text.find()) {
                    if (!bundle.containsKey(text.group(1))) {
                        missing.add(page + " " + text.group(1));
                    }
                }
            }
        }
        assertThat(missing).isEmpty();
    }
}
