package org.extenddb.core.storage;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outcome of {@link ItemStore#snapshot}. Positions are those of the request. */
public sealed interface SnapshotResult {
    /** The items as they were at one instant, in request order, null where absent. */
    record Taken(List<@Nullable StoredItem> items) implements SnapshotResult {
        public Taken(List<@Nullable StoredItem> items) {
            this.items = Collections.unmodifiableList(new ArrayList<>(items));
        }
    }

    /** Writers were in the middle of the items at these positions and did not end in time. */
    record Conflict(List<Integer> positions) implements SnapshotResult {
        public Conflict {
            positions = List.copyOf(positions);
        }
    }

    /** The items are this many bytes together, as DynamoDB counts them, and were not read. */
    record TooLarge(long bytes) implements SnapshotResult {}
}
