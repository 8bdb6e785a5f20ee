package org.extenddb.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Constructor;
import java.lang.reflect.Parameter;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

/** Operators write these names into their configuration: one that changes is noticed here, and so is a new one. */
class ConfigurationTest {
    @Test
    void configuration_everyNameAndDefault_isPinned() throws Exception {
        assertThat(properties()).containsExactlyElementsOf(pinned());
    }

    @Test
    void configuration_everyName_isOurs() throws Exception {
        assertThat(properties())
                .isNotEmpty()
                .allSatisfy(property -> assertThat(property).startsWith("extenddb."));
    }

    private static List<String> properties() throws Exception {
        List<String> properties = new ArrayList<>();
        for (Class<?> type : configurationClasses()) {
            for (Constructor<?> constructor : type.getConstructors()) {
                for (Parameter parameter : constructor.getParameters()) {
                    ConfigProperty property = Objects.requireNonNull(
                            parameter.getAnnotation(ConfigProperty.class), type + " takes more than properties");
                    properties.add(property.name() + " = " + shown(property.defaultValue()));
                }
            }
        }
        return properties.stream().sorted().toList();
    }

    private static String shown(String defaultValue) {
        return defaultValue.equals(ConfigProperty.UNCONFIGURED_VALUE) ? "(none)" : defaultValue;
    }

    private static List<Class<?>> configurationClasses()
            throws IOException, URISyntaxException, ClassNotFoundException {
        Path folder = Path.of(RequestConfig.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toURI())
                .resolve("org/extenddb/config");
        List<Class<?>> classes = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith("Config.class")) {
                    classes.add(Class.forName("org.extenddb.config." + name.replace(".class", "")));
                }
            }
        }
        return classes;
    }

    private static List<String> pinned() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ConfigurationTest.class.getResourceAsStream("configuration.txt"))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        }
    }
}
