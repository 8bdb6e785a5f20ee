package org.extenddb.worker.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.history.TableCopy;
import org.extenddb.storage.jpa.history.TableCopy.Part;
import org.extenddb.storage.jpa.history.TableCopy.Past;
import org.extenddb.transfer.format.IonLines;
import org.jspecify.annotations.Nullable;

/** All items of a table as they were at a cut. */
final class FullState implements ExportedState {
    private static final byte[] BEGIN = "{\"Item\":".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "}\n".getBytes(StandardCharsets.US_ASCII);

    private final TableCopy table;
    private final boolean ion;
    private long itemBytes;

    FullState(TableCopy table, boolean ion) {
        this.table = table;
        this.ion = ion;
    }

    @Override
    public @Nullable ItemKey write(ItemKey after, DataFileWriter file) throws IOException {
        Part part = table.next(after);
        if (part == null) {
            return null;
        }
        List<Past> unchanged = table.unchanged(part);
        write(unchanged, file);
        // What changed between the two is found by both, and is the same.
        Set<ItemKey> written = unchanged.stream().map(Past::key).collect(Collectors.toSet());
        write(
                table.changed(part).stream()
                        .filter(item -> !written.contains(item.key()))
                        .toList(),
                file);
        if (!table.isKept()) {
            throw new IllegalStateException("the table's past is not kept any more");
        }
        return part.last();
    }

    private void write(List<Past> items, DataFileWriter file) throws IOException {
        for (Past item : items) {
            if (ion) {
                file.write(
                        IonLines.line(Map.of("Item", ItemJson.read(item.json()).attributes()))
                                .getBytes(StandardCharsets.UTF_8));
            } else {
                file.write(BEGIN, item.json(), END);
            }
            itemBytes += item.size();
        }
    }

    @Override
    public long itemBytes() {
        return itemBytes;
    }
}
