package org.extenddb.it.server;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.extenddb.test.TestDatabase;

/**
 * What all servers of one ExtendDB share.
 *
 * @param jdbcUrl with user and password in it
 * @param secretAccessKey the secret of {@link ServerUnderTest#ACCESS_KEY_ID}, another one for each run
 * @param encryptionKey 32 bytes in Base64
 */
public record Deployment(String jdbcUrl, String secretAccessKey, String encryptionKey) {
    /** With keys of its own on a database of its own. */
    static Deployment create() {
        return on(TestDatabase.create().jdbcUrl());
    }

    /** With keys of its own. */
    public static Deployment on(String jdbcUrl) {
        return new Deployment(jdbcUrl, ServerVariables.randomBase64(30), ServerVariables.randomBase64(32));
    }

    /** The same by way of another port that leads to its database. */
    public Deployment withDatabasePort(int port) {
        return new Deployment(jdbcUrl.replaceFirst(":[0-9]+/", ":" + port + "/"), secretAccessKey, encryptionKey);
    }

    /** As variables of a server's environment. */
    Map<String, String> variables() {
        Map<String, String> variables = new HashMap<>();
        variables.put("EXTENDDB_ENCRYPTION_KEY", encryptionKey);
        String[] url = jdbcUrl.split("[?]", 2);
        variables.put("EXTENDDB_DB_URL", url[0]);
        for (String parameter : url[1].split("&")) {
            String[] pair = parameter.split("=", 2);
            if (pair[0].equals("user") || pair[0].equals("password")) {
                variables.put("EXTENDDB_DB_" + pair[0].toUpperCase(Locale.ROOT), pair[1]);
            }
        }
        return variables;
    }
}
