package org.extenddb.cli.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Set;
import java.util.stream.Stream;
import org.extenddb.cli.host.PrivateFiles;

/**
 * The server's configuration and application, copied from the build into a directory of the running server: a build does not
 * change a server that runs, and a server writes nothing where it was built.
 */
record ServerFiles(Path built, Path running) {
    /** What the server itself writes, and what the user may have put beside. */
    private static final Set<Path> NOT_OURS = Set.of(
            Path.of("workarea"),
            Path.of("logs"),
            Path.of("configDropins"),
            Path.of("dropins"),
            Path.of("resources/security"));

    /** Copies what differs, deletes what is no longer there. */
    void update() throws IOException {
        Files.createDirectories(running);
        deleteWhatIsGone();
        try (Stream<Path> files = Files.walk(built)) {
            for (Path file : (Iterable<Path>) files.filter(file -> isOurs(built.relativize(file)))::iterator) {
                Path target = running.resolve(built.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (isDifferent(file, target)) {
                    Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }

    private void deleteWhatIsGone() throws IOException {
        try (Stream<Path> files = Files.walk(running)) {
            for (Path file : files.toList()) {
                Path relative = running.relativize(file);
                if (isOurs(relative) && !Files.exists(built.resolve(relative.toString()))) {
                    PrivateFiles.delete(file);
                }
            }
        }
    }

    private static boolean isOurs(Path relative) {
        return NOT_OURS.stream().noneMatch(relative::startsWith);
    }

    private static boolean isDifferent(Path file, Path copy) throws IOException {
        return !Files.exists(copy)
                || Files.size(file) != Files.size(copy)
                || !Files.getLastModifiedTime(file).equals(Files.getLastModifiedTime(copy));
    }
}
