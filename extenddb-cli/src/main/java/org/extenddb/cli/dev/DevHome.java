package org.extenddb.cli.dev;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;

/** The directory that holds everything of a development server: {@code EXTENDDB_HOME}, or {@code ~/.extenddb}. */
public record DevHome(Path root) {
    private static final long MIN_FREE_BYTES = 512L << 20;

    public static DevHome of(Map<String, String> environment) {
        String home = environment.getOrDefault("EXTENDDB_HOME", "");
        Path root = home.isEmpty() ? Path.of(System.getProperty("user.home"), ".extenddb") : Path.of(home);
        return new DevHome(root.toAbsolutePath().normalize());
    }

    /** Makes the directory where it is missing, and fails where it cannot be used or the disk is full. */
    public void open() {
        if (Files.exists(root) && !Files.isDirectory(root)) {
            throw new CommandFailure(root + " is not a directory; set EXTENDDB_HOME to another one.");
        }
        try {
            PrivateFiles.directory(root);
        } catch (IOException e) {
            throw new CommandFailure(
                    "Cannot make the directory " + root + " (" + e.getMessage()
                            + "); set EXTENDDB_HOME to one that you may write to.",
                    e);
        }
        if (!root.toFile().canWrite()) {
            throw new CommandFailure(
                    "You may not write to " + root + "; set EXTENDDB_HOME to a directory of your own.");
        }
        long free = root.toFile().getUsableSpace();
        if (free < MIN_FREE_BYTES) {
            throw new CommandFailure(
                    "Only %d MB are free in %s and %d MB are needed; free some, or set EXTENDDB_HOME to a larger disk."
                            .formatted(free >> 20, root, MIN_FREE_BYTES >> 20));
        }
    }

    public Path credentials() {
        return root.resolve("credentials");
    }

    public Path awsEnv() {
        return root.resolve("aws.env");
    }

    public Path encryptionKey() {
        return root.resolve("encryption.key");
    }

    /** Of the administrator {@code admin}. */
    public Path adminPassword() {
        return root.resolve("admin.password");
    }

    public Path tls() {
        return root.resolve("tls");
    }

    /** Who has signed in to which server. */
    public Path session() {
        return root.resolve("session");
    }

    public Path postgres() {
        return root.resolve("postgres");
    }

    public Path liberty() {
        return root.resolve("liberty");
    }

    /** Exports and backups; stays when everything else is reset. */
    public Path buckets() {
        return root.resolve("buckets");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    Path state() {
        return root.resolve("server.properties");
    }

    /** There from the moment that a server is told to stop until the next start. */
    Path stopping() {
        return root.resolve("stopping");
    }

    Path lock() {
        return root.resolve("dev.lock");
    }

    /** A server is about to be started: nobody has told it to stop. */
    public void started() throws IOException {
        Files.deleteIfExists(stopping());
    }

    /** What runs here from now on. */
    public void remember(DevState state) throws IOException {
        state.write(state());
    }

    /** What a server cannot do without from one run to the next: the database, the keys, the certificate. */
    List<Path> kept() {
        return List.of(
                postgres().resolve("cluster"),
                credentials(),
                adminPassword(),
                encryptionKey(),
                tls(),
                awsEnv(),
                liberty());
    }
}
