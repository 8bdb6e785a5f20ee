package org.extenddb.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.ExternalCommand;
import org.extenddb.cli.host.PrivateFiles;

/** Makes a data directory: whole, or not at all. */
record PostgresCluster(Path directory, PostgresBinaries binaries, PostgresAccount account) {
    static final String SUPERUSER = "postgres";
    static final String SETTINGS_FILE = "extenddb.conf";

    void create(String password) throws IOException {
        Path draft = directory.resolve("data.new");
        Path passwordFile = directory.resolve("password.new");
        PrivateFiles.delete(draft);
        PrivateFiles.write(passwordFile, password);
        takeOwnerOf(directory, passwordFile);
        ExternalCommand.Outcome outcome = account.run(List.of(
                binaries.program("initdb").toString(),
                "--pgdata=" + draft,
                "--username=" + SUPERUSER,
                "--pwfile=" + passwordFile,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--locale=C"));
        Files.delete(passwordFile);
        if (!outcome.succeeded()) {
            String reason = outcome.output()
                    .lines()
                    .filter(line -> line.contains("error") || line.contains("FATAL"))
                    .findFirst()
                    .orElse(outcome.output());
            throw new CommandFailure("PostgreSQL cannot make its data directory " + draft + ": " + reason);
        }
        Files.writeString(
                draft.resolve("postgresql.conf"),
                "\ninclude_if_exists = '" + SETTINGS_FILE + "'\n",
                StandardOpenOption.APPEND);
        Path settings = Files.createFile(draft.resolve(SETTINGS_FILE));
        takeOwnerOf(directory, settings);
        Files.move(draft, directory.resolve("data"));
    }

    private static void takeOwnerOf(Path directory, Path file) throws IOException {
        Files.setOwner(file, Files.getOwner(directory, LinkOption.NOFOLLOW_LINKS));
    }
}
