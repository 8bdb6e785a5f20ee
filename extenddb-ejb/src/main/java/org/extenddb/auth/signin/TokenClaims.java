package org.extenddb.auth.signin;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a bearer token says.
 *
 * @param account null for an administrator
 * @param id the administrator's name, or the user's unique id
 * @param stamp of the password that was given
 */
record TokenClaims(@Nullable AccountId account, String id, String stamp, Instant signedInAt, Instant expiresAt) {
    private static final int VERSION = 1;

    byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            out.writeUTF(account == null ? "" : account.value());
            out.writeUTF(id);
            out.writeUTF(stamp);
            out.writeLong(signedInAt.getEpochSecond());
            out.writeLong(expiresAt.getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when a newer server wrote it in another way */
    static TokenClaims decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a bearer token of another version");
            }
            String account = in.readUTF();
            return new TokenClaims(
                    account.isEmpty() ? null : new AccountId(account),
                    in.readUTF(),
                    in.readUTF(),
                    Instant.ofEpochSecond(in.readLong()),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException e) {
            throw new IllegalArgumentException("no bearer token", e);
        }
    }
}
