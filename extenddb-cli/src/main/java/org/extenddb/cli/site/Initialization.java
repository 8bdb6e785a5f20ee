package org.extenddb.cli.site;

import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.Progress;
import org.extenddb.cli.host.Secrets;
import org.extenddb.cli.liberty.ServerVariables;
import org.extenddb.cli.postgres.Database;
import org.extenddb.cli.tls.DevCertificate;
import org.extenddb.core.audit.AuditEntry;
import org.jspecify.annotations.Nullable;

/** Sets an installation up, step by step. What it made is taken away again when a step fails. */
public final class Initialization {
    private static final int PASSWORD_LENGTH = 32;

    private final SiteHome site;
    private final Plan plan;
    private final Progress progress;

    /**
     * What is to be set up.
     *
     * @param maintenance a role of the PostgreSQL that may create roles and databases
     * @param hosts names and addresses that the certificate is for beside those of loopback, the first of them shown
     */
    public record Plan(
            Database maintenance, SiteNames names, List<String> hosts, Ports ports, Administrator administrator) {}

    /** Where the servers listen; the administration on loopback unless {@code adminHost} says otherwise. */
    public record Ports(int data, int admin, @Nullable String adminHost) {}

    /** The first administrator. */
    public record Administrator(String name, String password, boolean mustChange) {
        /** Says nothing of the password. */
        @Override
        public String toString() {
            return "Administrator[" + name + "]";
        }
    }

    public Initialization(SiteHome site, Plan plan, Progress progress) {
        this.site = site;
        this.plan = plan;
        this.progress = progress;
    }

    /** Returns where it will answer. */
    public Endpoints run() throws Exception {
        site.requireEmpty();
        SiteDatabase database = new SiteDatabase(plan.maintenance(), plan.names());
        progress.step("Looking at the PostgreSQL", () -> {
            database.check();
            return database;
        });
        boolean done = false;
        try {
            Endpoints endpoints = make(database);
            done = true;
            return endpoints;
        } finally {
            if (!done) {
                database.drop();
                site.delete();
            }
        }
    }

    private Endpoints make(SiteDatabase database) throws Exception {
        String ownerPassword = Secrets.alphanumeric(PASSWORD_LENGTH);
        String userPassword = Secrets.alphanumeric(PASSWORD_LENGTH);
        String url = plan.maintenance().urlOf(plan.names().database());
        Database asOwner = new Database(url, plan.names().owner(), ownerPassword);
        progress.step("Making roles and database", () -> {
            database.create(ownerPassword, userPassword);
            return asOwner;
        });
        progress.step(
                "Laying out the schema", new SiteSchema(asOwner, plan.names().user())::migrate);
        String host = plan.hosts().isEmpty() ? "localhost" : plan.hosts().get(0);
        Ports ports = plan.ports();
        Endpoints endpoints = new Endpoints(
                URI.create("https://" + host + ":" + ports.data()),
                URI.create("https://" + (ports.adminHost() == null ? "localhost" : host) + ":" + ports.admin()));
        progress.step("Making encryption key and certificate", () -> {
            site.write(plan.names(), asOwner, endpoints);
            DevCertificate certificate = DevCertificate.in(site.home().tls(), plan.hosts());
            Database asUser = new Database(url, plan.names().user(), userPassword);
            PrivateFiles.write(
                    site.dropIn(), new ServerVariables(variables(asUser, certificate)).toXml("Made by extenddb init"));
            return endpoints;
        });
        progress.step("Making the first administrator", () -> insertAdministrator(asOwner));
        return endpoints;
    }

    private AuditEntry insertAdministrator(Database asOwner) throws Exception {
        try (Connection connection = asOwner.connect()) {
            return new SiteAdministrator(plan.administrator()).insert(connection, encryptionKey());
        }
    }

    private String encryptionKey() throws IOException {
        return PrivateFiles.readOrCreate(
                site.home().encryptionKey(), () -> Base64.getEncoder().encodeToString(Secrets.bytes(32)));
    }

    private Map<String, String> variables(Database asUser, DevCertificate certificate) throws Exception {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("extenddb.data.httpsPort", Integer.toString(plan.ports().data()));
        values.put("extenddb.admin.httpsPort", Integer.toString(plan.ports().admin()));
        if (plan.ports().adminHost() != null) {
            values.put("extenddb.admin.host", plan.ports().adminHost());
        }
        values.put("extenddb.tls.keyStore", certificate.keyStore().toString());
        values.put("extenddb.tls.keyStorePassword", certificate.keyStorePassword());
        values.put("extenddb.db.url", asUser.jdbcUrl());
        values.put("extenddb.db.user", asUser.user());
        values.put("extenddb.db.password", asUser.password());
        values.put("extenddb.encryption.key", encryptionKey());
        return values;
    }
}
