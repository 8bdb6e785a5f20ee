package org.extenddb.cli.site;

import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import org.extenddb.cli.dev.DevHome;
import org.extenddb.cli.host.CommandFailure;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.postgres.Database;

/** What {@code extenddb init} leaves in a home, each file for its owner's eyes only. */
public record SiteHome(DevHome home) {
    /** Variables for Liberty: a configuration drop-in. */
    public Path dropIn() {
        return home.root().resolve("extenddb.xml");
    }

    /** How the schema's owner reaches the database: for migrations alone, no server needs it. */
    public Path owner() {
        return home.root().resolve("owner.properties");
    }

    public boolean isSetUp() {
        return Files.exists(dropIn());
    }

    public void requireSetUp() {
        if (!isSetUp()) {
            throw new CommandFailure("There is no installation in " + home.root() + "; extenddb init makes one.");
        }
    }

    public void requireEmpty() {
        List<Path> taken = List.of(dropIn(), owner(), home.encryptionKey(), home.postgres());
        for (Path path : taken) {
            if (Files.exists(path)) {
                throw new CommandFailure("There is something in this home already (" + path
                        + "): choose another one with EXTENDDB_HOME, or destroy what is there.");
            }
        }
    }

    /** @param owner password of the schema's owner, and the other role's name */
    public void write(SiteNames names, Database owner, Endpoints endpoints) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("url", owner.jdbcUrl());
        properties.setProperty("owner", owner.user());
        properties.setProperty("password", owner.password());
        properties.setProperty("database", names.database());
        properties.setProperty("user", names.user());
        properties.setProperty("administration", endpoints.administration().toString());
        properties.setProperty("endpoint", endpoints.data().toString());
        StringWriter text = new StringWriter();
        properties.store(text, "Made by extenddb init; for extenddb serve, migrate and destroy");
        PrivateFiles.write(owner(), text.toString());
    }

    public SiteNames names() throws IOException {
        Properties properties = properties();
        return new SiteNames(
                properties.getProperty("database", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("user", ""));
    }

    public Database asOwner() throws IOException {
        Properties properties = properties();
        return new Database(
                properties.getProperty("url", ""),
                properties.getProperty("owner", ""),
                properties.getProperty("password", ""));
    }

    public Endpoints endpoints() throws IOException {
        Properties properties = properties();
        return new Endpoints(
                URI.create(properties.getProperty("endpoint", "")),
                URI.create(properties.getProperty("administration", "")));
    }

    private Properties properties() throws IOException {
        requireSetUp();
        Properties properties = new Properties();
        properties.load(new StringReader(Files.readString(owner())));
        return properties;
    }

    /** Deletes what init and the servers have made here. */
    public void delete() throws IOException {
        for (Path path : List.of(
                dropIn(), owner(), home.encryptionKey(), home.tls(), home.liberty(), home.logs(), home.session())) {
            PrivateFiles.delete(path);
        }
    }
}
