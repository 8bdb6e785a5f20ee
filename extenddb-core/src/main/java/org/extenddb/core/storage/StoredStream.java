package org.extenddb.core.storage;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableStream;
import org.jspecify.annotations.Nullable;

/**
 * A stream, of a table that need not be there any more.
 *
 * @param hashKey names of the key attributes that the records tell
 * @param disabledAt null while it is enabled
 */
public record StoredStream(
        int id,
        TableAddress table,
        Instant createdAt,
        StreamViewType viewType,
        List<String> hashKey,
        List<String> rangeKey,
        @Nullable Instant disabledAt) {
    public StoredStream {
        hashKey = List.copyOf(hashKey);
        rangeKey = List.copyOf(rangeKey);
    }

    public String arn() {
        return TableStream.arn(table, createdAt);
    }

    public String label() {
        return TableStream.label(createdAt);
    }
}
