package org.extenddb.admin;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** A short name for the state of something: what ETag says. Equal states have equal names. */
public final class StateTag {
    private static final int BYTES = 12;

    private StateTag() {}

    /** @param state a record, or what lists, maps and values are made into; its text tells all of it */
    public static String of(Object state) {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(state.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
