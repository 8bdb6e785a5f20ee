package org.extenddb.cli.remote;

import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.extenddb.cli.host.CommandFailure;
import org.jspecify.annotations.Nullable;

/** Connections to servers whose certificates are trusted. */
public final class Trust {
    private static final Duration CONNECT = Duration.ofSeconds(10);

    private Trust() {}

    /** @param caBundle PEM; null for the authorities that Java trusts */
    public static HttpClient client(@Nullable Path caBundle) {
        HttpClient.Builder client =
                HttpClient.newBuilder().connectTimeout(CONNECT).version(HttpClient.Version.HTTP_1_1);
        if (caBundle != null) {
            client.sslContext(context(caBundle));
        }
        return client.build();
    }

    private static SSLContext context(Path caBundle) {
        try (InputStream in = Files.newInputStream(caBundle)) {
            KeyStore trusted = KeyStore.getInstance(KeyStore.getDefaultType());
            trusted.load(null, null);
            int i = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                trusted.setCertificateEntry("ca-" + i++, certificate);
            }
            TrustManagerFactory managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            managers.init(trusted);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers.getTrustManagers(), null);
            return context;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandFailure(
                    "Cannot read the certificates in " + caBundle + " (" + e.getMessage() + "); --ca-bundle takes PEM.",
                    e);
        }
    }
}
