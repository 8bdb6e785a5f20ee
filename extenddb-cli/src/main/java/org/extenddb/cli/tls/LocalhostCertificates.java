package org.extenddb.cli.tls;

import java.io.IOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.stream.Stream;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.GeneralSubtree;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.asn1.x509.NameConstraints;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.extenddb.cli.host.Secrets;

/**
 * A server certificate for this machine's loopback names and the authority that signed it. The authority may sign for those
 * names only, and its key is forgotten once it has signed: who trusts it trusts nothing else.
 */
record LocalhostCertificates(X509Certificate authority, X509Certificate server, PrivateKey serverKey) {
    /** Apple's clients take no server certificate that lives longer than 825 days. */
    private static final Duration LIFE = Duration.ofDays(730);

    private static final X500Name AUTHORITY_NAME = new X500Name("CN=ExtendDB development authority");
    private static final X500Name SERVER_NAME = new X500Name("CN=localhost");

    /** @param names beside those of loopback: DNS names and addresses */
    static LocalhostCertificates make(List<String> names) throws GeneralSecurityException, IOException {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            KeyPair authorityKeys = newKeys();
            X509Certificate authority = authority(authorityKeys, identifiers, names);
            KeyPair serverKeys = newKeys();
            X509v3CertificateBuilder server = builder(SERVER_NAME, serverKeys)
                    .addExtension(Extension.basicConstraints, true, new BasicConstraints(false))
                    .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature))
                    .addExtension(
                            Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth))
                    .addExtension(Extension.subjectAlternativeName, false, new GeneralNames(serverNames(names)))
                    .addExtension(
                            Extension.subjectKeyIdentifier,
                            false,
                            identifiers.createSubjectKeyIdentifier(serverKeys.getPublic()))
                    .addExtension(
                            Extension.authorityKeyIdentifier,
                            false,
                            identifiers.createAuthorityKeyIdentifier(authorityKeys.getPublic()));
            return new LocalhostCertificates(authority, sign(server, authorityKeys), serverKeys.getPrivate());
        } catch (OperatorCreationException e) {
            throw new GeneralSecurityException(e);
        }
    }

    private static X509Certificate authority(KeyPair keys, JcaX509ExtensionUtils identifiers, List<String> names)
            throws GeneralSecurityException, IOException, OperatorCreationException {
        X509v3CertificateBuilder builder = builder(AUTHORITY_NAME, keys)
                .addExtension(Extension.basicConstraints, true, new BasicConstraints(0))
                .addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign))
                .addExtension(
                        Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(keys.getPublic()))
                .addExtension(Extension.nameConstraints, true, new NameConstraints(permittedNames(names), null));
        return sign(builder, keys);
    }

    private static X509v3CertificateBuilder builder(X500Name subject, KeyPair keys) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                AUTHORITY_NAME,
                new BigInteger(1, Secrets.bytes(16)),
                // A client's clock may be a little behind.
                Date.from(now.minus(Duration.ofHours(1))),
                Date.from(now.plus(LIFE)),
                subject,
                keys.getPublic());
    }

    private static GeneralName[] serverNames(List<String> names) {
        return all(names).map(name -> new GeneralName(kind(name), name)).toArray(GeneralName[]::new);
    }

    private static GeneralSubtree[] permittedNames(List<String> names) {
        return all(names)
                .map(name -> new GeneralName(kind(name), kind(name) == GeneralName.dNSName ? name : name + mask(name)))
                .map(GeneralSubtree::new)
                .toArray(GeneralSubtree[]::new);
    }

    private static Stream<String> all(List<String> names) {
        return Stream.concat(Stream.of("localhost", "127.0.0.1", "::1"), names.stream())
                .distinct();
    }

    private static int kind(String name) {
        return name.contains(":") || name.matches("[0-9.]+") ? GeneralName.iPAddress : GeneralName.dNSName;
    }

    /** Of the one address alone. */
    private static String mask(String address) {
        return address.contains(":") ? "/128" : "/32";
    }

    private static KeyPair newKeys() throws GeneralSecurityException {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec("secp256r1"));
        return generator.generateKeyPair();
    }

    private static X509Certificate sign(X509v3CertificateBuilder builder, KeyPair authority)
            throws GeneralSecurityException, OperatorCreationException {
        return new JcaX509CertificateConverter()
                .getCertificate(
                        builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(authority.getPrivate())));
    }
}
