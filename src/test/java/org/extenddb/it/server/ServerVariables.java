package org.extenddb.it.server;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** What a server is told by its environment: ports, secrets and the database. */
public final class ServerVariables {
    /** Where the servers keep exports and backups. */
    public static final Path STORE =
            Path.of("../../target/it/store").toAbsolutePath().normalize();

    /** By which clients would know the server behind a mapping of ports. */
    public static final int PUBLIC_PORT = 9;

    private ServerVariables() {}

    /** Of a server with a database of its own. */
    public static Map<String, String> of(FreePorts ports) {
        return of(ports, Deployment.create());
    }

    static Map<String, String> of(FreePorts ports, Deployment deployment) {
        Map<String, String> variables = new HashMap<>();
        variables.put("EXTENDDB_DATA_HOST", "localhost");
        variables.put("EXTENDDB_DATA_HTTPSPORT", Integer.toString(ports.data()));
        variables.put("EXTENDDB_DATA_PUBLICPORT", Integer.toString(PUBLIC_PORT));
        variables.put("EXTENDDB_ADMIN_HTTPSPORT", Integer.toString(ports.admin()));
        variables.put("EXTENDDB_TLS_KEYSTOREPASSWORD", TestCertificate.PASSWORD);
        variables.put("EXTENDDB_STREAMS_ROTATIONSECONDS", System.getProperty("extenddb.soak.rotation", "5"));
        variables.put("EXTENDDB_TTL_SWEEPSECONDS", "1");
        variables.put("EXTENDDB_STORE_DIRECTORY", STORE.toString());
        variables.put("EXTENDDB_STORE_CREATEBUCKETS", "true");
        variables.putAll(deployment.variables());
        return variables;
    }

    static String randomBase64(int bytes) {
        byte[] random = new byte[bytes];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }
}
