package org.extenddb.cli.postgres;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.ExternalCommand;

/**
 * Runs PostgreSQL's programs as somebody who is not root, because they refuse root. An ordinary user runs them as they are.
 * For root there are several ways, and none works everywhere: containers may forbid user namespaces, and small images lack
 * programs. The first way that works is taken.
 */
final class PostgresAccount {
    private final Way way;

    private PostgresAccount(Way way) {
        this.way = way;
    }

    /** A way to run a command, and who must own PostgreSQL's files for it. */
    private record Way(SystemAccount owner, List<String> prefix, boolean asOneWord) {
        List<String> command(List<String> command) {
            List<String> whole = new ArrayList<>(prefix);
            if (asOneWord) {
                whole.add("exec " + command.stream().map(Way::quoted).collect(Collectors.joining(" ")));
            } else {
                whole.addAll(command);
            }
            return whole;
        }

        private static String quoted(String word) {
            return "'" + word.replace("'", "'\\''") + "'";
        }
    }

    /**
     * @param directory where PostgreSQL keeps its files; its owner changes if need be
     * @param binaries a directory that PostgreSQL's account must be able to read
     */
    static PostgresAccount choose(Path directory, PostgresBinaries binaries) throws IOException {
        if (new UnixSystem().getUid() != 0) {
            binaries.requireRunnable();
            return new PostgresAccount(new Way(SystemAccount.ROOT, List.of(), false));
        }
        for (Way way : ways()) {
            own(directory, way.owner());
            if (works(way, directory, binaries)) {
                return new PostgresAccount(way);
            }
        }
        binaries.requireRunnable();
        throw new CommandFailure(
                "PostgreSQL refuses to run as root, and no other account of this machine can use " + directory
                        + "; run as an ordinary user, or set EXTENDDB_HOME to a directory that everybody may enter,"
                        + " such as /var/lib/extenddb, or give an existing server with --postgres-url.");
    }

    ExternalCommand.Outcome run(List<String> command) {
        return ExternalCommand.run(way.command(command));
    }

    private static List<Way> ways() {
        List<Way> ways = new ArrayList<>();
        // A user namespace in which we are nobody, and our own files are nobody's.
        ways.add(new Way(SystemAccount.ROOT, List.of("unshare", "--user"), false));
        Optional<SystemAccount> account = SystemAccount.forPostgres();
        if (account.isPresent()) {
            SystemAccount postgres = account.get();
            List<String> setpriv =
                    List.of("setpriv", "--reuid=" + postgres.uid(), "--regid=" + postgres.gid(), "--clear-groups");
            ways.add(new Way(postgres, setpriv, false));
            ways.add(new Way(postgres, List.of("runuser", "-u", postgres.name(), "--"), false));
            ways.add(new Way(postgres, List.of("su", "-s", "/bin/sh", postgres.name(), "-c"), true));
            // Where the home lies in a directory that is closed to others, as /root is.
            List<String> passing = new ArrayList<>(setpriv);
            passing.addAll(List.of("--inh-caps=+dac_read_search", "--ambient-caps=+dac_read_search"));
            ways.add(new Way(postgres, passing, false));
        }
        return ways;
    }

    private static boolean works(Way way, Path directory, PostgresBinaries binaries) {
        String probe = "test \"$(id -u)\" -ne 0 && test -w '%s' && '%s' --version"
                .formatted(directory, binaries.program("postgres"));
        return ExternalCommand.run(way.command(List.of("/bin/sh", "-c", probe))).succeeded();
    }

    private static void own(Path directory, SystemAccount owner) throws IOException {
        if (owner != SystemAccount.ROOT) {
            // To pass through, not to read: what lies beside is closed file by file.
            Path parent = Objects.requireNonNull(directory.getParent());
            Files.setPosixFilePermissions(parent, PosixFilePermissions.fromString("rwx--x--x"));
            Files.setPosixFilePermissions(
                    Objects.requireNonNull(parent.getParent()), PosixFilePermissions.fromString("rwx--x--x"));
        }
        if (Objects.equals(Files.getAttribute(directory, "unix:uid"), owner.uid())) {
            return;
        }
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", owner.uid(), LinkOption.NOFOLLOW_LINKS);
                Files.setAttribute(file, "unix:gid", owner.gid(), LinkOption.NOFOLLOW_LINKS);
            }
        }
    }
}
