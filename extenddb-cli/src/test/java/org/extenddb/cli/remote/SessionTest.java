package org.extenddb.cli.remote;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionTest {
    @TempDir
    private Path directory;

    @Test
    void write_isForItsOwnerAndReadAsWritten() throws Exception {
        Path file = directory.resolve("session");
        Session session = new Session(
                URI.create("https://host:9443/"),
                directory.resolve("ca.pem").toAbsolutePath(),
                "111122223333",
                "secret");
        session.write(file);

        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        assertThat(Session.in(file)).contains(session);
        assertThat(session.toString()).doesNotContain("secret");
        assertThat(Session.in(directory.resolve("none"))).isEmpty();
    }
}
