package org.extenddb.core.key;

import java.io.ByteArrayOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.BinaryValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.jspecify.annotations.Nullable;

/**
 * Key values as bytes whose unsigned order is DynamoDB's order of the values: strings as UTF-8, binaries as they are, numbers as
 * {@link NumberKey} has them.
 *
 * <p>A sort key of several attributes is their encodings one after the other. All but the last are delimited, so that no value
 * runs into the next and the order is that of the attributes from left to right: in strings and binaries a zero byte becomes
 * {@code 00 FF} and the end is {@code 00 00}, a positive number ends in {@code 00}, zero and negative numbers end by themselves.
 */
public final class KeyEncoder {
    private static final int HASH_BYTES = 16;

    /** Looking one up costs more than hashing a key. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(KeyEncoder::newSha256);

    private KeyEncoder() {}

    /** A sort key of one attribute. */
    public static ByteString encode(AttributeValue scalar) {
        return ByteString.owning(bytes(scalar));
    }

    /** A sort key of all its attributes, in schema order; empty for a key without sort attributes. */
    public static ByteString encodeAll(List<AttributeValue> scalars) {
        if (scalars.isEmpty()) {
            return ByteString.EMPTY;
        }
        int last = scalars.size() - 1;
        if (last == 0) {
            return encode(scalars.get(0));
        }
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (AttributeValue scalar : scalars.subList(0, last)) {
            delimited(scalar, key);
        }
        key.writeBytes(bytes(scalars.get(last)));
        return ByteString.owning(key.toByteArray());
    }

    /** What all sort keys start with whose first attributes are {@code leading} and which have more attributes after them. */
    public static ByteString encodeLeading(List<AttributeValue> leading) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (AttributeValue scalar : leading) {
            delimited(scalar, key);
        }
        return ByteString.owning(key.toByteArray());
    }

    /**
     * What all sort keys start with whose first attributes are {@code leading} and whose next one, a string or a binary, starts
     * with {@code prefix}.
     *
     * @param last whether that next attribute is the sort key's last one
     */
    public static ByteString encodeBeginsWith(List<AttributeValue> leading, AttributeValue prefix, boolean last) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (AttributeValue scalar : leading) {
            delimited(scalar, key);
        }
        if (last) {
            key.writeBytes(bytes(prefix));
        } else {
            escaped(bytes(prefix), key);
        }
        return ByteString.owning(key.toByteArray());
    }

    /** The place of a hash key: the first 16 bytes of SHA-256 over the type and delimited encoding of each attribute. */
    public static PartitionHash partition(List<AttributeValue> hashKey) {
        ByteArrayOutputStream key = new ByteArrayOutputStream();
        for (AttributeValue scalar : hashKey) {
            key.write(scalar.type().name().charAt(0));
            delimited(scalar, key);
        }
        byte[] hash = SHA_256.get().digest(key.toByteArray());
        return new PartitionHash(bigEndian(hash, 0), bigEndian(hash, HASH_BYTES / 2));
    }

    /**
     * The smallest bytes greater than everything that starts with {@code prefix}; null where nothing is greater, as for an
     * empty prefix.
     */
    public static @Nullable ByteString successor(ByteString prefix) {
        int end = prefix.length();
        while (end > 0 && prefix.byteAt(end - 1) == (byte) 0xFF) {
            end--;
        }
        if (end == 0) {
            return null;
        }
        byte[] successor = Arrays.copyOf(prefix.sharedArray(), end);
        successor[end - 1]++;
        return ByteString.owning(successor);
    }

    private static byte[] bytes(AttributeValue scalar) {
        if (scalar instanceof StringValue string) {
            return ByteString.utf8(string.value()).sharedArray();
        }
        if (scalar instanceof NumberValue number) {
            return NumberKey.encode(number.value());
        }
        if (scalar instanceof BinaryValue binary) {
            return binary.value().sharedArray();
        }
        throw new IllegalArgumentException("no key attribute has type " + scalar.type());
    }

    private static void delimited(AttributeValue scalar, ByteArrayOutputStream key) {
        byte[] bytes = bytes(scalar);
        if (scalar instanceof NumberValue number) {
            key.writeBytes(bytes);
            if (number.value().toBigDecimal().signum() > 0) {
                key.write(0);
            }
            return;
        }
        escaped(bytes, key);
        key.write(0);
        key.write(0);
    }

    private static void escaped(byte[] bytes, ByteArrayOutputStream key) {
        for (byte b : bytes) {
            key.write(b);
            if (b == 0) {
                key.write(0xFF);
            }
        }
    }

    private static long bigEndian(byte[] bytes, int from) {
        long value = 0;
        for (int i = from; i < from + Long.BYTES; i++) {
            value = value << Byte.SIZE | bytes[i] & 0xFF;
        }
        return value;
    }

    private static MessageDigest newSha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
