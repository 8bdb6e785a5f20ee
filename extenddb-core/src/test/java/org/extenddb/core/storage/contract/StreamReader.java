package org.extenddb.core.storage.contract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;

/** Reads a stream as consumers do: every shard from its beginning, a child once its parent is read to the end. */
final class StreamReader {
    private static final long MEGABYTE = 1L << 20;

    private final StreamStore streams;
    private final int streamId;
    private final int limit;
    private final Map<Integer, Long> positions = new HashMap<>();
    private final Set<Integer> ended = new HashSet<>();
    private final List<StreamRecord> seen = new ArrayList<>();

    StreamReader(StreamStore streams, int streamId, int limit) {
        this.streams = streams;
        this.streamId = streamId;
        this.limit = limit;
    }

    /** Reads one page of each shard; answers how many records came. */
    int turn() {
        int before = seen.size();
        for (StreamShard shard : streams.shards(streamId)) {
            boolean ready = shard.parent() == null || ended.contains(shard.parent());
            if (ready && !ended.contains(shard.number())) {
                long after = positions.getOrDefault(shard.number(), shard.after());
                RecordPage page = streams.read(shard, after, limit, MEGABYTE);
                seen.addAll(page.records());
                positions.put(shard.number(), page.position());
                if (page.ended()) {
                    ended.add(shard.number());
                }
            }
        }
        return seen.size() - before;
    }

    /** Everything that was acknowledged before the call, and what was read before it. */
    List<StreamRecord> all() {
        long last = streams.lastSequence();
        while (streams.shards(streamId).stream().anyMatch(shard -> !isRead(shard, last))) {
            turn();
        }
        return List.copyOf(seen);
    }

    private boolean isRead(StreamShard shard, long last) {
        return ended.contains(shard.number()) || positions.getOrDefault(shard.number(), -1L) >= last;
    }
}
