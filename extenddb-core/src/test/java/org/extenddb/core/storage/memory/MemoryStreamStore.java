package org.extenddb.core.storage.memory;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.RecordPage;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Event;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.StreamShard;
import org.extenddb.core.storage.StreamStore;
import org.jspecify.annotations.Nullable;

/** Streams in memory. Changes are recorded as they take effect, so all records are final at once. */
public final class MemoryStreamStore implements StreamStore {
    private static final int BUCKETS = 4;

    /** Whose records belong together. */
    private record Bucket(int stream, int number) {}

    private final Map<Integer, StoredStream> streams = new HashMap<>();

    /** Of tables by storage id: those that are enabled. */
    private final Map<Integer, Integer> enabled = new HashMap<>();

    private final List<StreamShard> shards = new ArrayList<>();
    private final Map<Bucket, NavigableMap<Long, StreamRecord>> records = new HashMap<>();
    private int lastStream;
    private long sequence;
    private long horizon;

    /** Answers the stream as it is in the definition. */
    synchronized @Nullable TableStream define(TableDefinition table, @Nullable TableStream wanted) {
        Integer current = enabled.get(table.storageId());
        boolean isNew = wanted != null && wanted.enabled() && wanted.id() == 0;
        if (current != null && (isNew || wanted == null || !wanted.enabled())) {
            disable(table.storageId(), current);
        }
        return isNew ? enable(table, wanted) : wanted;
    }

    private TableStream enable(TableDefinition table, TableStream wanted) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        Instant createdAt = streams.values().stream()
                .filter(other -> other.table().equals(table.address()))
                .map(other -> other.createdAt().plusMillis(1))
                .filter(next -> next.isAfter(now))
                .max(Comparator.naturalOrder())
                .orElse(now);
        TableStream stream = new TableStream(++lastStream, wanted.viewType(), createdAt, true);
        streams.put(
                stream.id(),
                new StoredStream(
                        stream.id(),
                        table.address(),
                        stream.createdAt(),
                        stream.viewType(),
                        table.keySchema().hash().stream()
                                .map(KeyAttribute::name)
                                .toList(),
                        table.keySchema().range().stream()
                                .map(KeyAttribute::name)
                                .toList(),
                        null));
        enabled.put(table.storageId(), stream.id());
        for (int bucket = 0; bucket < BUCKETS; bucket++) {
            shards.add(new StreamShard(stream.id(), bucket, bucket, null, stream.createdAt(), sequence, null));
        }
        return stream;
    }

    private void disable(int storageId, int id) {
        enabled.remove(storageId);
        StoredStream stream = streams.get(id);
        streams.put(
                id,
                new StoredStream(
                        id,
                        stream.table(),
                        stream.createdAt(),
                        stream.viewType(),
                        stream.hashKey(),
                        stream.rangeKey(),
                        Instant.now()));
        shards.replaceAll(shard -> shard.streamId() == id ? closed(shard) : shard);
    }

    private StreamShard closed(StreamShard shard) {
        return shard.last() != null
                ? shard
                : new StreamShard(
                        shard.streamId(),
                        shard.number(),
                        shard.bucket(),
                        shard.parent(),
                        shard.createdAt(),
                        shard.after(),
                        ++sequence);
    }

    synchronized void record(int storageId, ItemKey key, @Nullable StoredItem before, @Nullable StoredItem after) {
        Integer stream = enabled.get(storageId);
        boolean same = before == null ? after == null : after != null && Arrays.equals(before.json(), after.json());
        if (stream != null && !same) {
            Event event = before == null ? Event.INSERT : after == null ? Event.REMOVE : Event.MODIFY;
            StreamRecord record =
                    new StreamRecord(++sequence, Instant.now(), event, image(before), image(after), false);
            int bucket = (int) (key.partition().high() >>> 56) % BUCKETS;
            records.computeIfAbsent(new Bucket(stream, bucket), any -> new TreeMap<>())
                    .put(record.sequence(), record);
        }
    }

    private static @Nullable Image image(@Nullable StoredItem item) {
        return item == null ? null : new Image(item.json(), item.size());
    }

    @Override
    public synchronized @Nullable StoredStream find(TableAddress table, Instant createdAt) {
        return streams.values().stream()
                .filter(stream ->
                        stream.table().equals(table) && stream.createdAt().equals(createdAt))
                .findFirst()
                .orElse(null);
    }

    @Override
    public synchronized List<StoredStream> list(
            AccountId account, Region region, @Nullable String tableName, @Nullable StreamPlace after, int limit) {
        return streams.values().stream()
                .filter(stream -> stream.table().account().equals(account)
                        && stream.table().region().equals(region))
                .filter(stream ->
                        tableName == null || stream.table().tableName().equals(tableName))
                .sorted(Comparator.<StoredStream, String>comparing(
                                stream -> stream.table().tableName())
                        .thenComparing(StoredStream::createdAt))
                .filter(stream -> after == null || isAfter(stream, after))
                .limit(limit)
                .toList();
    }

    private static boolean isAfter(StoredStream stream, StreamPlace place) {
        int order = stream.table().tableName().compareTo(place.tableName());
        return order > 0 || order == 0 && stream.createdAt().isAfter(place.createdAt());
    }

    @Override
    public boolean settle(int streamId) {
        return true;
    }

    @Override
    public List<Integer> unsettled() {
        return List.of();
    }

    @Override
    public synchronized List<StreamShard> shards(int streamId) {
        return shards.stream()
                .filter(shard -> shard.streamId() == streamId)
                .sorted(Comparator.comparing(StreamShard::number))
                .toList();
    }

    @Override
    public synchronized long lastSequence() {
        return sequence;
    }

    @Override
    public synchronized long horizon() {
        return horizon;
    }

    @Override
    public synchronized RecordPage read(StreamShard shard, long after, int limit, long maxBytes) {
        Long last = shards.stream()
                .filter(now -> now.streamId() == shard.streamId() && now.number() == shard.number())
                .findFirst()
                .orElse(shard)
                .last();
        long to = last == null ? sequence : last;
        List<StreamRecord> page = new ArrayList<>();
        long bytes = 0;
        NavigableMap<Long, StreamRecord> bucket =
                records.getOrDefault(new Bucket(shard.streamId(), shard.bucket()), Collections.emptyNavigableMap());
        for (StreamRecord record : bucket.tailMap(after, false).values()) {
            if (record.sequence() > to) {
                break;
            }
            bytes += size(record.oldImage()) + size(record.newImage());
            if (page.size() == limit || bytes > maxBytes && !page.isEmpty()) {
                to = page.get(page.size() - 1).sequence();
                break;
            }
            page.add(record);
        }
        long position = Math.max(after, to);
        return new RecordPage(page, position, last != null && position >= last);
    }

    private static int size(@Nullable Image image) {
        return image == null ? 0 : image.size();
    }

    @Override
    public synchronized int rotate(Duration age) {
        Instant limit = Instant.now().minus(age);
        int rotated = 0;
        for (int streamId : List.copyOf(enabled.values())) {
            List<StreamShard> open = shards(streamId).stream()
                    .filter(shard -> shard.last() == null)
                    .toList();
            if (open.stream().allMatch(shard -> shard.createdAt().isAfter(limit))) {
                continue;
            }
            rotated++;
            int next = shards(streamId).size();
            for (StreamShard shard : open) {
                StreamShard closed = closed(shard);
                shards.set(shards.indexOf(shard), closed);
                shards.add(new StreamShard(
                        streamId,
                        next + shard.bucket(),
                        shard.bucket(),
                        shard.number(),
                        Instant.now().truncatedTo(ChronoUnit.MILLIS),
                        closed.last(),
                        null));
            }
        }
        return rotated;
    }

    @Override
    public synchronized void trim(Duration age) {
        Instant limit = Instant.now().minus(age);
        records.values()
                .forEach(bucket -> bucket.values().removeIf(record -> {
                    boolean old = record.writtenAt().isBefore(limit);
                    horizon = old ? Math.max(horizon, record.sequence()) : horizon;
                    return old;
                }));
    }
}
