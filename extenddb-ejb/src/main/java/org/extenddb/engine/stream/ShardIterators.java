package org.extenddb.engine.stream;

import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.extenddb.auth.TokenSeal;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesStream;

/**
 * Shard iterators as clients hold them: the stream's ARN, then the position, sealed so that nobody makes one up. Servers remember
 * nothing of them, and any server takes those of another.
 */
@SingleInstance
public final class ShardIterators {
    private static final String SEPARATOR = "|1|";
    private static final int POSITION_BYTES = 1 + Integer.BYTES + Long.BYTES + Long.BYTES;
    private static final int SEAL_BYTES = 16;

    private final TokenSeal seal;

    @Inject
    public ShardIterators(TokenSeal seal) {
        this.seal = seal;
    }

    String write(ShardIterator iterator) {
        byte[] position = ByteBuffer.allocate(POSITION_BYTES)
                .put((byte) (iterator.fromHorizon() ? 1 : 0))
                .putInt(iterator.shard())
                .putLong(iterator.after())
                .putLong(iterator.issuedAt().toEpochMilli())
                .array();
        byte[] token = ByteBuffer.allocate(POSITION_BYTES + SEAL_BYTES)
                .put(position)
                .put(sealed(iterator.stream().arn(), position))
                .array();
        return iterator.stream().arn() + SEPARATOR + Base64.getEncoder().encodeToString(token);
    }

    /** @throws DynamoDbException ValidationException when it is none of ours */
    ShardIterator read(String text) {
        int end = text.indexOf(SEPARATOR);
        byte[] token = end < 0 ? new byte[0] : decoded(text.substring(end + SEPARATOR.length()));
        if (token.length != POSITION_BYTES + SEAL_BYTES) {
            throw DynamoDbException.validation(MessagesStream.INVALID_ITERATOR);
        }
        String arn = text.substring(0, end);
        byte[] position = Arrays.copyOf(token, POSITION_BYTES);
        if (!MessageDigest.isEqual(sealed(arn, position), Arrays.copyOfRange(token, POSITION_BYTES, token.length))) {
            throw DynamoDbException.validation(MessagesStream.INVALID_ITERATOR);
        }
        ByteBuffer in = ByteBuffer.wrap(position);
        boolean fromHorizon = in.get() == 1;
        int shard = in.getInt();
        long after = in.getLong();
        return new ShardIterator(StreamArn.of(arn), shard, after, fromHorizon, Instant.ofEpochMilli(in.getLong()));
    }

    private byte[] sealed(String arn, byte[] position) {
        byte[] name = arn.getBytes(StandardCharsets.UTF_8);
        byte[] all = ByteBuffer.allocate(name.length + position.length)
                .put(name)
                .put(position)
                .array();
        return Arrays.copyOf(seal.of("shard-iterator", all), SEAL_BYTES);
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
