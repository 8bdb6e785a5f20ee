package org.extenddb.core.storage;

import java.util.List;

/**
 * Some records of a shard, in order.
 *
 * @param position where to read on from: everything up to this sequence number has been answered
 * @param ended whether the shard is closed and has been read to its end
 */
public record RecordPage(List<StreamRecord> records, long position, boolean ended) {
    public RecordPage {
        records = List.copyOf(records);
    }
}
