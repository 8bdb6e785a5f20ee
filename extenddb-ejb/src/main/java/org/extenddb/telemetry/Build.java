package org.extenddb.telemetry;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What the build called itself. */
public final class Build {
    private static final Properties PROPERTIES = properties();

    /** The product's name. */
    public static final String NAME = PROPERTIES.getProperty("name");

    /** The version that was built. */
    public static final String VERSION = PROPERTIES.getProperty("version");

    private Build() {}

    private static Properties properties() {
        Properties properties = new Properties();
        try (InputStream in = Build.class.getResourceAsStream("build.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties;
    }
}
