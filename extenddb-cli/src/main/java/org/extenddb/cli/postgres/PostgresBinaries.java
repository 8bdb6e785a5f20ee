package org.extenddb.cli.postgres;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.ExternalCommand;
import org.extenddb.cli.host.PrivateFiles;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs of this kind of machine, unpacked from the class path once for each version. */
record PostgresBinaries(Path directory, String version) {
    private static final Set<PosixFilePermission> EXECUTABLE = PosixFilePermissions.fromString("rwxr-xr-x");
    private static final Set<PosixFilePermission> READABLE = PosixFilePermissions.fromString("rw-r--r--");

    /** Whether another start has done the work already. */
    static boolean areUnpacked(Path parent) {
        return Files.isDirectory(parent.resolve(bundledVersion()));
    }

    static PostgresBinaries unpackedIn(Path parent) throws IOException {
        String version = bundledVersion();
        Path directory = parent.resolve(version);
        if (!areUnpacked(parent)) {
            Files.createDirectories(parent);
            Path draft = Files.createTempDirectory(parent, version, PosixFilePermissions.asFileAttribute(EXECUTABLE));
            Files.setPosixFilePermissions(draft, EXECUTABLE);
            try (InputStream archive = archive()) {
                unpack(archive, draft);
                Files.move(draft, directory);
            } finally {
                PrivateFiles.delete(draft);
            }
        }
        return new PostgresBinaries(directory, version);
    }

    Path program(String name) {
        return directory.resolve("bin").resolve(name);
    }

    /** Fails, in one line, where they are damaged or not for this machine. PostgreSQL tells its version to root too. */
    void requireRunnable() {
        ExternalCommand.Outcome outcome =
                ExternalCommand.run(List.of(program("postgres").toString(), "--version"));
        if (!outcome.succeeded()) {
            throw new CommandFailure(
                    "PostgreSQL's programs in %s do not run: %s; delete that directory to have them unpacked anew, or give an existing server with --postgres-url."
                            .formatted(
                                    directory,
                                    outcome.output().lines().findFirst().orElse("they say nothing")));
        }
    }

    /** The number before the first dot: data directories of another one cannot be read. */
    String majorVersion() {
        return version.substring(0, version.indexOf('.'));
    }

    private static String bundledVersion() {
        try (InputStream in = PostgresBinaries.class.getResourceAsStream("postgres.properties")) {
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream archive() {
        for (String name : archiveNames()) {
            @Nullable InputStream archive = PostgresBinaries.class.getResourceAsStream("/postgres-" + name + ".txz");
            if (archive != null) {
                return archive;
            }
        }
        throw new CommandFailure(
                "There is no embedded PostgreSQL for %s on %s; give an existing server with --postgres-url."
                        .formatted(System.getProperty("os.name"), System.getProperty("os.arch")));
    }

    private static List<String> archiveNames() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch").equals("aarch64") ? "arm_64" : "x86_64";
        return List.of(system + "-" + processor, system + "-" + processor + "-alpine_linux");
    }

    private static void unpack(InputStream archive, Path directory) throws IOException {
        try (TarArchiveInputStream tar =
                new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(archive, 1 << 16)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path target = directory.resolve(entry.getName()).normalize();
                if (!target.startsWith(directory)) {
                    throw new IOException("an entry points out of the archive: " + entry.getName());
                }
                unpackEntry(tar, entry, target);
            }
        }
    }

    private static void unpackEntry(TarArchiveInputStream tar, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        Files.createDirectories(Objects.requireNonNull(target.getParent()));
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.copy(tar, target);
            Files.setPosixFilePermissions(target, (entry.getMode() & 0100) == 0 ? READABLE : EXECUTABLE);
        }
    }
}
