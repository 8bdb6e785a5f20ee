package org.extenddb.auth;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/** Claims as bytes, packed. They are read only after their seal was found unbroken. */
final class SessionClaimsCodec {
    private static final int VERSION = 1;

    private SessionClaimsCodec() {}

    static byte[] encode(SessionClaims claims) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeByte(VERSION);
            write(claims.accessKeyId(), out);
            write(claims.secret(), out);
            write(claims.account().value(), out);
            write(claims.identityId(), out);
            write(claims.sessionName(), out);
            write(claims.policy(), out);
            write(List.copyOf(claims.policyArns()), out);
            List<String> tags = new ArrayList<>();
            claims.tags().forEach((key, value) -> tags.addAll(List.of(key, value)));
            write(tags, out);
            write(List.copyOf(claims.transitiveTagKeys()), out);
            write(claims.sourceIdentity(), out);
            out.writeLong(claims.issuedAt().getEpochSecond());
            out.writeLong(claims.expiresAt().getEpochSecond());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** @throws IllegalArgumentException when a newer server wrote it in another way */
    static SessionClaims decode(byte[] bytes) {
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            if (in.readByte() != VERSION) {
                throw new IllegalArgumentException("a session token of another version");
            }
            return new SessionClaims(
                    required(in),
                    required(in),
                    new AccountId(required(in)),
                    read(in),
                    read(in),
                    read(in),
                    readList(in),
                    pairs(readList(in)),
                    new HashSet<>(readList(in)),
                    read(in),
                    Instant.ofEpochSecond(in.readLong()),
                    Instant.ofEpochSecond(in.readLong()));
        } catch (IOException e) {
            throw new IllegalArgumentException("no session token", e);
        }
    }

    private static Map<String, String> pairs(List<String> list) {
        Map<String, String> pairs = new HashMap<>();
        for (int i = 0; i + 1 < list.size(); i += 2) {
            pairs.put(list.get(i), list.get(i + 1));
        }
        return pairs;
    }

    private static void write(List<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : texts) {
            write(text, out);
        }
    }

    private static List<String> readList(DataInputStream in) throws IOException {
        int size = in.readInt();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            texts.add(required(in));
        }
        return texts;
    }

    private static void write(@Nullable String text, DataOutputStream out) throws IOException {
        if (text == null) {
            out.writeInt(-1);
            return;
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static @Nullable String read(DataInputStream in) throws IOException {
        int length = in.readInt();
        return length < 0 ? null : new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private static String required(DataInputStream in) throws IOException {
        String text = read(in);
        if (text == null) {
            throw new IOException("a text is missing");
        }
        return text;
    }
}
