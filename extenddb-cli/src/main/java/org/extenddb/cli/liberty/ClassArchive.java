package org.extenddb.cli.liberty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * The classes of a started server as the JVM has them in memory, which later starts map instead of parsing and verifying each
 * anew: a dynamic archive of Java's class-data sharing. It stands beside the installation, one for each Java and each set of
 * libraries. A class that has changed since it was recorded is loaded as ever, so that a new build of ExtendDB needs no new one.
 *
 * @see <a href="https://openjdk.org/jeps/350">JEP 350</a>
 */
final class ClassArchive {
    private static final String PREFIX = "classes-";
    private static final String SUFFIX = ".jsa";

    private final Path java;
    private final Path file;

    private ClassArchive(Path java, Path file) {
        this.java = java;
        this.file = file;
    }

    /**
     * @param installation the built {@code wlp} directory
     * @param java home of the Java that runs the server
     */
    static ClassArchive of(Path installation, Path java) throws IOException {
        Path archives = installation.toAbsolutePath().resolveSibling("classes");
        return new ClassArchive(java, archives.resolve(PREFIX + fingerprint(installation, java) + SUFFIX));
    }

    /** Whether it has been recorded, or tried in vain. */
    boolean exists() {
        return Files.exists(file);
    }

    /** Whether this Java can record one, and there is a place for it: it adds to the archive that comes with most Javas. */
    boolean canBeRecorded() {
        return Files.exists(java.resolve("lib/server/classes.jsa"))
                && Files.isWritable(directory().resolveSibling("."));
    }

    /** For a server that uses the archive. */
    List<String> options() throws IOException {
        return exists() && Files.size(file) > 0 ? List.of("-XX:SharedArchiveFile=" + file) : List.of();
    }

    /** For a server that records it when it ends. Java records nothing beside an agent that may change classes. */
    List<String> recordingOptions() throws IOException {
        Files.createDirectories(directory());
        return List.of("-XX:ArchiveClassesAtExit=" + draft());
    }

    /**
     * Keeps what a server has recorded, and nothing that was recorded for other libraries. An empty file stands for a Java that
     * recorded nothing, so that it is not asked again.
     */
    void keep() throws IOException {
        try (var others = Files.newDirectoryStream(directory(), PREFIX + "*" + SUFFIX)) {
            for (Path other : others) {
                Files.delete(other);
            }
        }
        if (Files.exists(draft())) {
            Files.move(draft(), file, StandardCopyOption.ATOMIC_MOVE);
        } else {
            Files.createFile(file);
        }
    }

    private Path directory() {
        return file.resolveSibling(".").normalize();
    }

    private Path draft() {
        return file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
    }

    private static String fingerprint(Path installation, Path java) throws IOException {
        Path server = installation.resolve("bin/tools/ws-server.jar");
        List<String> parts = new ArrayList<>(List.of(
                java.toRealPath().toString(),
                Runtime.version().toString(),
                String.valueOf(Files.size(server)),
                Files.getLastModifiedTime(server).toString()));
        try (ZipFile application = new ZipFile(
                installation.resolve("usr/servers/extenddb/apps/extenddb.ear").toFile())) {
            application.stream().map(ZipEntry::getName).sorted().forEach(parts::add);
        }
        return Integer.toHexString(String.join("\n", parts).hashCode());
    }
}
