package org.extenddb.cli.host;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import org.junit.jupiter.api.Test;

final class FileFaultTest {
    @Test
    void lineOf_fullDisk_tellsToFreeSome() {
        IOException written = new IOException("No space left on device");
        IOException made = new FileSystemException("/home/nina/.extenddb/tls", null, "No space left on device");

        assertThat(FileFault.lineOf(written))
                .hasValueSatisfying(line -> assertThat(line).contains("The disk is full", "EXTENDDB_HOME"));
        assertThat(FileFault.lineOf(new UncheckedIOException(made)))
                .hasValueSatisfying(line -> assertThat(line).contains("The disk is full", "/home/nina/.extenddb/tls"));
    }

    @Test
    void lineOf_fileOfSomebodyElse_namesIt() {
        assertThat(FileFault.lineOf(new AccessDeniedException("/srv/extenddb/credentials")))
                .hasValueSatisfying(line -> assertThat(line).startsWith("You may not use /srv/extenddb/credentials;"));
    }

    @Test
    void lineOf_anythingElse_isNone() {
        assertThat(FileFault.lineOf(new NoSuchFileException("/srv/extenddb"))).isEmpty();
        assertThat(FileFault.lineOf(new IllegalStateException())).isEmpty();
    }
}
