package org.extenddb.core.sigv4;

import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SHA-256 and its HMAC on instances that each thread keeps: looking one up costs more than using it. */
final class Sha256 {
    private static final String HMAC = "HmacSHA256";
    private static final ThreadLocal<MessageDigest> DIGESTS = ThreadLocal.withInitial(Sha256::newDigest);
    private static final ThreadLocal<Mac> MACS = ThreadLocal.withInitial(Sha256::newMac);

    private Sha256() {}

    static byte[] hash(byte[] data) {
        return DIGESTS.get().digest(data);
    }

    static String hex(byte[] data) {
        return HexFormat.of().formatHex(hash(data));
    }

    /** What error texts show of a header that is not to be repeated. */
    static String base64(String text) {
        return Base64.getEncoder().encodeToString(hash(text.getBytes(StandardCharsets.UTF_8)));
    }

    static byte[] hmac(byte[] key, byte[] data) {
        Mac mac = MACS.get();
        try {
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(data);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("not a key for " + HMAC, e);
        }
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static Mac newMac() {
        try {
            return Mac.getInstance(HMAC);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has HmacSHA256", e);
        }
    }
}
