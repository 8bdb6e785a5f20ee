package org.extenddb.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A fresh copy of the packaged server's configuration and application, so that tests leave nothing where it was built.
 *
 * @param installation Liberty as the build unpacked it; only read
 * @param user what WLP_USER_DIR names
 * @param configuration the copied server
 */
public record ServerDirectory(Path installation, Path user, Path configuration) {
    private static final String BUILT = "extenddb";

    /** A start takes little more than half the processor time with the first of Java's two compilers alone. */
    private static final String QUICK_START = "-XX:TieredStopAtLevel=1";

    private static final Set<Path> LEFT_BY_A_SERVER = Set.of(
            Path.of("logs"),
            Path.of("workarea"),
            Path.of("tranlog"),
            Path.of("resources/security"),
            Path.of("configDropins"));

    /**
     * Makes the copy under {@code target/it}; one of the same purpose is replaced.
     *
     * @param name of the copied server
     */
    public static ServerDirectory copyOfBuilt(String purpose, String name) {
        Path installation = Path.of("../../extenddb-ear/target/liberty/wlp")
                .toAbsolutePath()
                .normalize();
        Path user = Path.of("../../target/it", purpose, "usr").toAbsolutePath().normalize();
        Path configuration = user.resolve("servers").resolve(name);
        try {
            delete(user);
            copy(installation.resolve("usr/servers").resolve(BUILT), configuration);
            Files.writeString(Files.createDirectories(user.resolve("shared")).resolve("jvm.options"), QUICK_START);
        } catch (IOException e) {
            throw new UncheckedIOException("no server in " + installation + ": build extenddb-ear first", e);
        }
        return new ServerDirectory(installation, user, configuration);
    }

    /** What Liberty calls the server. */
    public String name() {
        return configuration.getFileName().toString();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path relative = from.relativize(file);
                if (LEFT_BY_A_SERVER.stream().noneMatch(relative::startsWith)) {
                    Path target = to.resolve(relative);
                    Files.createDirectories(target.getParent());
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private static void delete(Path directory) throws IOException {
        if (!Files.exists(directory)) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
