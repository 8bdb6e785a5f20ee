package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the server checks when it starts, told by the build already. */
class PublicApiTest {
    @Test
    void publicApi_andTheOperationsOfThisModule_fitTogether() throws Exception {
        PublicApi api = PublicApi.load();
        Set<String> expected = api.all().stream()
                .filter(target -> !api.unsupported().contains(target))
                .map(target -> target.substring(target.indexOf('.') + 1))
                .collect(Collectors.toCollection(TreeSet::new));

        assertThat(operations()).isEqualTo(expected);
    }

    @Test
    void unsupportedOperations_areAllInTheDocumentation() throws IOException {
        String differences = Files.readString(Path.of("..", "docs", "differences-from-dynamodb.md"));

        assertThat(PublicApi.load().unsupported())
                .isNotEmpty()
                .allSatisfy(target -> assertThat(differences)
                        .containsPattern("\\b" + target.substring(target.indexOf('.') + 1) + "\\b"));
    }

    /** Operations are named as their classes are. */
    private static Set<String> operations() throws IOException, URISyntaxException, ClassNotFoundException {
        Path root = Path.of(PublicApi.class
                .getProtectionDomain()
                .getCodeSource()
                .getLocation()
                .toURI());
        Set<String> names = new TreeSet<>();
        try (Stream<Path> files = Files.walk(root.resolve("org/extenddb/engine"))) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".class")).toList()) {
                String name = root.relativize(file).toString().replace('/', '.').replace(".class", "");
                Class<?> type = Class.forName(name);
                if (Operation.class.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    names.add(type.getSimpleName());
                }
            }
        }
        return names;
    }
}
