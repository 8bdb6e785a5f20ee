package org.extenddb.it.server;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.extenddb.test.TestDatabase;

/** What a server is told by its environment: ports, secrets and a database of its own. */
public final class ServerVariables {
    private ServerVariables() {}

    public static Map<String, String> of(FreePorts ports) {
        Map<String, String> variables = new HashMap<>();
        variables.put("EXTENDDB_DATA_HOST", "localhost");
        variables.put("EXTENDDB_DATA_HTTPSPORT", Integer.toString(ports.data()));
        variables.put("EXTENDDB_ADMIN_HTTPSPORT", Integer.toString(ports.admin()));
        variables.put("EXTENDDB_TLS_KEYSTOREPASSWORD", TestCertificate.PASSWORD);
        variables.put("EXTENDDB_ENCRYPTION_KEY", randomBase64(32));
        variables.putAll(database());
        return variables;
    }

    static String randomBase64(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static Map<String, String> database() {
        Map<String, String> variables = new HashMap<>();
        String[] url = TestDatabase.create().jdbcUrl().split("[?]", 2);
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
