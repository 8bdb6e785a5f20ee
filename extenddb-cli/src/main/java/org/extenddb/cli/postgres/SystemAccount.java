package org.extenddb.cli.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** An account of the operating system. */
record SystemAccount(String name, int uid, int gid) {
    static final SystemAccount ROOT = new SystemAccount("root", 0, 0);

    /** The account that PostgreSQL runs as where we are root: its own if the system has one, else the one with no rights. */
    static Optional<SystemAccount> forPostgres() {
        try {
            List<String> lines = Files.readAllLines(Path.of("/etc/passwd"));
            return find(lines, "postgres").or(() -> find(lines, "nobody"));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Optional<SystemAccount> find(List<String> passwd, String name) {
        return passwd.stream()
                .map(line -> line.split(":"))
                .filter(fields -> fields.length > 3 && fields[0].equals(name))
                .map(fields -> new SystemAccount(name, Integer.parseInt(fields[2]), Integer.parseInt(fields[3])))
                .findFirst();
    }
}
