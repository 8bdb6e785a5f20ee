package org.extenddb.cli.dev;

import java.net.URI;
import java.nio.file.Path;
import org.extenddb.cli.postgres.Database;
import org.jspecify.annotations.Nullable;

/**
 * How a development server is to run.
 *
 * @param installation the built Liberty ({@code wlp})
 * @param plainHttp no TLS
 * @param reset begin with nothing
 * @param existingDatabase null: the embedded one
 */
public record DevOptions(
        Path installation,
        int port,
        boolean plainHttp,
        boolean reset,
        @Nullable Database existingDatabase) {
    URI endpoint() {
        return URI.create((plainHttp ? "http" : "https") + "://localhost:" + port);
    }
}
