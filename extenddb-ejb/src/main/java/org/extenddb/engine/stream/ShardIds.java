package org.extenddb.engine.stream;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Names of shards: the time of creation in milliseconds, by which SDKs sort them, and the shard's number in its stream.
 */
final class ShardIds {
    private static final int MIN_LENGTH = 28;
    private static final int MAX_LENGTH = 65;
    private static final Pattern FORM = Pattern.compile("shardId-[0-9]{20}-([0-9a-f]{8})");
    private static final int HEX = 16;

    private ShardIds() {}

    static void check(Violations violations, String member, @Nullable String shardId) {
        violations.length(member, shardId, MIN_LENGTH, MAX_LENGTH);
    }

    static String of(StreamShard shard) {
        return String.format(
                Locale.ROOT, "shardId-%020d-%08x", shard.createdAt().toEpochMilli(), shard.number());
    }

    /** The name of the shard's parent; null for a first shard and for one whose parent is gone. */
    static @Nullable String parent(StreamShard shard, List<StreamShard> shards) {
        Integer parent = shard.parent();
        return parent == null
                ? null
                : shards.stream()
                        .filter(other -> other.number() == parent)
                        .findFirst()
                        .map(ShardIds::of)
                        .orElse(null);
    }

    /** The number that a name says; -1 for a name that is none. */
    static int number(String shardId) {
        Matcher matcher = FORM.matcher(shardId);
        return matcher.matches() ? Integer.parseUnsignedInt(matcher.group(1), HEX) : -1;
    }

    /** @throws DynamoDbException ResourceNotFoundException when there is no such shard, or none any more */
    static StreamShard find(List<StreamShard> shards, String shardId) {
        return shards.stream()
                .filter(shard -> of(shard).equals(shardId))
                .findFirst()
                .orElseThrow(() -> DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesStream.SHARD_NOT_FOUND));
    }
}
