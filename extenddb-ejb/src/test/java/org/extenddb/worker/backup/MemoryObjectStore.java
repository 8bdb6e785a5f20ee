package org.extenddb.worker.backup;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectWriter;
import org.jspecify.annotations.Nullable;

/** One bucket in memory, whatever it is called. */
public final class MemoryObjectStore implements ObjectStore {
    public final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

    @Override
    public ObjectWriter create(String bucket, String key) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        return new ObjectWriter() {
            @Override
            public ObjectInfo finish() {
                objects.put(key, bytes.toByteArray());
                return info(key);
            }

            @Override
            public void write(byte[] more, int offset, int length) {
                bytes.write(more, offset, length);
            }

            @Override
            public void close() {}
        };
    }

    private ObjectInfo info(String key) {
        return new ObjectInfo(key, objects.get(key).length, "etag");
    }

    @Override
    public InputStream open(String bucket, String key, long offset) throws ObjectStoreException {
        byte[] bytes = objects.get(key);
        if (bytes == null) {
            throw new ObjectStoreException(ObjectStoreException.Reason.NO_SUCH_KEY, "none: " + key, null);
        }
        return new ByteArrayInputStream(Arrays.copyOfRange(bytes, (int) offset, bytes.length));
    }

    @Override
    public @Nullable ObjectInfo find(String bucket, String key) {
        return objects.containsKey(key) ? info(key) : null;
    }

    @Override
    public List<ObjectInfo> list(String bucket, String prefix, @Nullable String after, int limit) {
        return objects.keySet().stream()
                .filter(key -> key.startsWith(prefix) && (after == null || key.compareTo(after) > 0))
                .limit(limit)
                .map(this::info)
                .toList();
    }

    @Override
    public void delete(String bucket, String key) {
        objects.remove(key);
    }
}
