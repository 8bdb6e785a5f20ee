package org.extenddb.cli.dev;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.tls.DevCertificate;

/** The Liberty variables of a development server. */
record DevVariables(
        DevOptions options,
        DevCredentials credentials,
        String adminPassword,
        Database database,
        DevCertificate certificate,
        String encryptionKey,
        Path buckets) {
    /** Who administers a development server. */
    static final String ADMINISTRATOR = "admin";

    private static final String OFF = "-1";

    Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        String port = Integer.toString(options.port());
        values.put("extenddb.data.host", "localhost");
        values.put("extenddb.data.httpsPort", options.plainHttp() ? OFF : port);
        values.put("extenddb.data.httpPort", options.plainHttp() ? port : OFF);
        // One port for everything: the console, health and metrics beside the wire protocol.
        values.put("extenddb.admin.httpsPort", OFF);
        values.put("extenddb.data.virtualHost", "default_host");
        values.put("extenddb.data.virtualHostEnabled", "false");
        values.put("extenddb.admin.endpoints", "defaultHttpEndpoint,dataEndpoint,dataHttpEndpoint");
        values.put("extenddb.tls.keyStore", certificate.keyStore().toString());
        values.put("extenddb.tls.keyStorePassword", certificate.keyStorePassword());
        values.put("extenddb.db.url", database.jdbcUrl());
        values.put("extenddb.db.user", database.user());
        values.put("extenddb.db.password", database.password());
        values.put("extenddb.bootstrap.accountId", credentials.accountId());
        values.put("extenddb.bootstrap.accessKeyId", credentials.accessKeyId());
        values.put("extenddb.bootstrap.secretAccessKey", credentials.secretAccessKey());
        values.put("extenddb.bootstrap.adminName", ADMINISTRATOR);
        values.put("extenddb.bootstrap.adminPassword", adminPassword);
        // It is random, and its owner finds it in the home.
        values.put("extenddb.bootstrap.adminMustChangePassword", "false");
        values.put("extenddb.encryption.key", encryptionKey);
        values.put("extenddb.store.directory", buckets.toString());
        values.put("extenddb.store.createBuckets", "true");
        return values;
    }

    @Override
    public String toString() {
        return "the variables of " + options.endpoint();
    }
}
