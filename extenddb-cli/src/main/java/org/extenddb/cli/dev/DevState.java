package org.extenddb.cli.dev;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.RunningProcess;

/**
 * What runs on a home, remembered for status, stop and the next start.
 *
 * @param endpoint of AWS clients
 * @param administration of console, REST and health; the same where one port answers everything
 */
public record DevState(RunningProcess liberty, URI endpoint, URI administration) {
    public URI console() {
        return administration.resolve("/console/");
    }

    static Optional<DevState> in(Path file) throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(file)));
        return Optional.of(new DevState(
                new RunningProcess(
                        Long.parseLong(properties.getProperty("liberty.pid")),
                        Long.parseLong(properties.getProperty("liberty.startedAtMillis"))),
                URI.create(properties.getProperty("endpoint")),
                URI.create(properties.getProperty("administration", properties.getProperty("endpoint")))));
    }

    void write(Path file) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("liberty.pid", Long.toString(liberty.pid()));
        properties.setProperty("liberty.startedAtMillis", Long.toString(liberty.startedAtMillis()));
        properties.setProperty("endpoint", endpoint.toString());
        properties.setProperty("administration", administration.toString());
        StringWriter text = new StringWriter();
        properties.store(text, "What ./extenddb dev runs");
        PrivateFiles.write(file, text.toString());
    }
}
