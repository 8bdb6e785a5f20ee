package org.extenddb.cli.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.CertPathValidator;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DevCertificateTest {
    @TempDir
    Path directory;

    @Test
    void in_emptyDirectory_makesACertificateThatItsBundleValidates() throws Exception {
        DevCertificate made = DevCertificate.in(directory);

        KeyStore trusted = KeyStore.getInstance("JKS");
        try (InputStream in = Files.newInputStream(made.trustStore())) {
            trusted.load(in, null);
        }
        PKIXParameters trust = new PKIXParameters(trusted);
        trust.setRevocationEnabled(false);
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        X509Certificate server = server(made, factory);
        CertPathValidator.getInstance("PKIX").validate(factory.generateCertPath(List.of(server)), trust);
        assertThat(server.getSubjectAlternativeNames().stream().map(name -> String.valueOf(name.get(1))))
                .containsExactly("localhost", "127.0.0.1", "0:0:0:0:0:0:0:1");
    }

    @Test
    void in_secondTime_keepsTheCertificate() throws Exception {
        String first = Files.readString(DevCertificate.in(directory).caBundle());

        assertThat(Files.readString(DevCertificate.in(directory).caBundle())).isEqualTo(first);
    }

    @Test
    void isUsableAt_afterItsEndOrDamaged_isFalse() throws Exception {
        DevCertificate made = DevCertificate.in(directory);
        assertThat(made.isUsableAt(Instant.now().plus(Duration.ofDays(700)))).isTrue();
        assertThat(made.isUsableAt(Instant.now().plus(Duration.ofDays(731)))).isFalse();

        Files.writeString(made.keyStore(), "damaged");

        assertThat(made.isUsableAt(Instant.now())).isFalse();
    }

    private static X509Certificate server(DevCertificate made, CertificateFactory factory) throws Exception {
        try (InputStream in = Files.newInputStream(made.caBundle())) {
            return (X509Certificate)
                    List.copyOf(factory.generateCertificates(in)).get(1);
        }
    }
}
