package org.extenddb.core.sigv4;

import java.nio.charset.StandardCharsets;

/** A secret access key narrowed to one day, region and service. As secret as the key it comes from, for that scope. */
public final class SigningKey {
    private final byte[] key;

    private SigningKey(byte[] key) {
        this.key = key;
    }

    public static SigningKey derive(String secretAccessKey, CredentialScope scope) {
        byte[] date = Sha256.hmac(utf8("AWS4" + secretAccessKey), utf8(scope.date()));
        byte[] region = Sha256.hmac(date, utf8(scope.region()));
        byte[] service = Sha256.hmac(region, utf8(scope.service()));
        return new SigningKey(Sha256.hmac(service, utf8(CredentialScope.TERMINATOR)));
    }

    byte[] sign(byte[] stringToSign) {
        return Sha256.hmac(key, stringToSign);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Says nothing of the key. */
    @Override
    public String toString() {
        return "SigningKey";
    }
}
