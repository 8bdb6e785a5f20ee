package org.extenddb.storage.jpa.item;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.cdi.SingleInstance;

/** Tables that this server has written to since they were last taken from here. */
@SingleInstance
public final class WrittenTables {
    private final Set<Integer> storageIds = ConcurrentHashMap.newKeySet();

    /** Cheap: called with every write. */
    public void add(int storageId) {
        if (!storageIds.contains(storageId)) {
            storageIds.add(storageId);
        }
    }

    /** Answers them and forgets them. One that is written to during the call may be answered next time. */
    public List<Integer> take() {
        return List.copyOf(storageIds).stream().filter(storageIds::remove).toList();
    }
}
