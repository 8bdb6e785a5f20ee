package org.extenddb.cli.remote;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.extenddb.cli.host.PrivateFiles;
import org.jspecify.annotations.Nullable;

/**
 * Who has signed in and where, kept in {@code $EXTENDDB_HOME/session} (mode 0600).
 *
 * @param caBundle the authorities that are trusted; null for those of Java
 * @param account null for an administrator
 */
public record Session(
        URI endpoint, @Nullable Path caBundle, @Nullable String account, String token) {
    public static Optional<Session> in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        String bundle = properties.getProperty("caBundle");
        return Optional.of(new Session(
                URI.create(properties.getProperty("endpoint", "")),
                bundle == null ? null : Path.of(bundle),
                properties.getProperty("account"),
                properties.getProperty("token", "")));
    }

    public void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("endpoint", endpoint.toString());
        properties.setProperty("token", token);
        if (caBundle != null) {
            properties.setProperty("caBundle", caBundle.toAbsolutePath().toString());
        }
        if (account != null) {
            properties.setProperty("account", account);
        }
        StringWriter text = new StringWriter();
        properties.store(text, "Who has signed in; extenddb logout removes this");
        PrivateFiles.write(file, text.toString());
    }

    /** Says nothing of the token. */
    @Override
    public String toString() {
        return "Session[" + endpoint + "]";
    }
}
