package org.extenddb.cli.tls;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.extenddb.cli.host.PrivateFiles;
import org.extenddb.cli.host.Secrets;

/**
 * The certificate of a development server, for localhost, 127.0.0.1 and ::1, in a directory of its own:
 *
 * <ul>
 *   <li>{@code server.p12} key and chain for the server, opened by the password in {@code server.password};
 *   <li>{@code ca-bundle.pem} what a client trusts ({@code AWS_CA_BUNDLE});
 *   <li>{@code truststore.jks} the same for Java clients, read without a password.
 * </ul>
 *
 * It is kept across restarts and made anew when it is about to run out.
 */
public record DevCertificate(Path keyStore, String keyStorePassword, Path caBundle, Path trustStore) {
    private static final Duration RENEW_BEFORE_END = Duration.ofDays(30);
    private static final String ALIAS = "default";

    /** The certificate in this directory, made where there is none or it runs out within 30 days. */
    public static DevCertificate in(Path directory) throws IOException, GeneralSecurityException {
        return in(directory, List.of());
    }

    /**
     * The same.
     *
     * @param names of the server beside this machine's loopback names: DNS names and addresses
     */
    public static DevCertificate in(Path directory, List<String> names) throws IOException, GeneralSecurityException {
        PrivateFiles.directory(directory);
        DevCertificate certificate = new DevCertificate(
                directory.resolve("server.p12"),
                PrivateFiles.readOrCreate(directory.resolve("server.password"), () -> Secrets.alphanumeric(32)),
                directory.resolve("ca-bundle.pem"),
                trustStoreIn(directory));
        if (!certificate.isUsableAt(Instant.now().plus(RENEW_BEFORE_END))) {
            certificate.write(LocalhostCertificates.make(names));
        }
        return certificate;
    }

    /** Where the certificates are that clients of the server in this directory trust, if it has one. */
    public static Path trustStoreIn(Path directory) {
        return directory.resolve("truststore.jks");
    }

    boolean isUsableAt(Instant when) {
        if (!Files.exists(keyStore) || !Files.exists(caBundle) || !Files.exists(trustStore)) {
            return false;
        }
        try (InputStream in = Files.newInputStream(keyStore)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, keyStorePassword.toCharArray());
            return store.getCertificate(ALIAS) instanceof X509Certificate server
                    && server.getNotAfter().toInstant().isAfter(when);
        } catch (IOException | GeneralSecurityException e) {
            // Damaged, or of another password: of no use, so a new one takes its place.
            return false;
        }
    }

    private void write(LocalhostCertificates certificates) throws IOException, GeneralSecurityException {
        Certificate[] chain = {certificates.server(), certificates.authority()};
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(null, null);
        keys.setKeyEntry(ALIAS, certificates.serverKey(), keyStorePassword.toCharArray(), chain);
        // JKS, because Java reads its certificates without a password.
        KeyStore trusted = KeyStore.getInstance("JKS");
        trusted.load(null, null);
        trusted.setCertificateEntry("extenddb-dev", certificates.authority());

        PrivateFiles.write(trustStore, bytes(trusted, Secrets.alphanumeric(32)));
        PrivateFiles.write(caBundle, pem(certificates.authority()) + pem(certificates.server()));
        PrivateFiles.write(keyStore, bytes(keys, keyStorePassword));
    }

    private static byte[] bytes(KeyStore store, String password) throws IOException, GeneralSecurityException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        store.store(out, password.toCharArray());
        return out.toByteArray();
    }

    private static String pem(Certificate certificate) throws GeneralSecurityException {
        return "-----BEGIN CERTIFICATE-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(certificate.getEncoded())
                + "\n-----END CERTIFICATE-----\n";
    }
}
