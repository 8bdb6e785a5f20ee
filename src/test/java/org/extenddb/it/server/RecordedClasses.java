package org.extenddb.it.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The archive of classes that {@code ./extenddb dev} records beside the installation, with which a server starts in two thirds of the
 * time. Java leaves one alone that is not of its own making.
 */
final class RecordedClasses {
    private static final String NONE = "";

    private RecordedClasses() {}

    /** For a server that starts now; empty as long as nothing is recorded. */
    static String option(Path installation) {
        Path directory = installation.resolveSibling("classes");
        if (!Files.isDirectory(directory)) {
            return NONE;
        }
        try (var files = Files.newDirectoryStream(directory, "classes-*.jsa")) {
            for (Path file : files) {
                if (Files.size(file) > 0) {
                    return "-XX:SharedArchiveFile=" + file;
                }
            }
            return NONE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
