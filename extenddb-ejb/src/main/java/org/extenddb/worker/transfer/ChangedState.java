package org.extenddb.worker.transfer;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.core.wire.JsonOutput;
import org.extenddb.storage.jpa.history.ItemChanges;
import org.extenddb.storage.jpa.history.ItemChanges.Changed;
import org.extenddb.transfer.format.IonLines;
import org.jspecify.annotations.Nullable;

/**
 * What changed of a table between two times: of each item its last state, and its first where that is asked for. One that came and
 * went in between, or is what it was, has not changed.
 */
final class ChangedState implements ExportedState {
    private final ItemChanges changes;
    private final ExportSpec spec;
    private long itemBytes;

    ChangedState(ItemChanges changes, ExportSpec spec) {
        this.changes = changes;
        this.spec = spec;
    }

    @Override
    public @Nullable ItemKey write(ItemKey after, DataFileWriter file) throws IOException {
        List<Changed> some = changes.next(after);
        for (Changed changed : some) {
            if (!Arrays.equals(changed.before(), changed.after())) {
                write(changed, file);
            }
        }
        return some.isEmpty() ? null : some.get(some.size() - 1).key();
    }

    private void write(Changed changed, DataFileWriter file) throws IOException {
        byte[] present = changed.after() == null ? changed.before() : changed.after();
        Item item = ItemJson.read(Objects.requireNonNull(present));
        Map<String, Map<String, AttributeValue>> members = new LinkedHashMap<>();
        members.put("Metadata", Map.of("WriteTimestampMicros", micros(changed.changedAt())));
        members.put("Keys", keys(item));
        if (spec.withOldImages() && changed.before() != null) {
            members.put("OldImage", ItemJson.read(changed.before()).attributes());
        }
        if (changed.after() != null) {
            members.put("NewImage", item.attributes());
        }
        file.write((spec.isIon() ? IonLines.line(members) : json(members)).getBytes(StandardCharsets.UTF_8));
        itemBytes += ItemSize.of(item);
    }

    private static String json(Map<String, Map<String, AttributeValue>> members) {
        JsonOutput out = new JsonOutput().beginObject();
        members.forEach((name, attributes) -> out.member(name).attributes(attributes));
        return out.endObject() + "\n";
    }

    private static AttributeValue micros(Instant time) {
        return new NumberValue(DynamoNumber.of(time.getEpochSecond() * 1_000_000 + time.getNano() / 1_000));
    }

    private Map<String, AttributeValue> keys(Item item) {
        Map<String, AttributeValue> keys = new LinkedHashMap<>();
        for (String name : spec.keyNames()) {
            keys.put(name, Objects.requireNonNull(item.get(name)));
        }
        return keys;
    }

    @Override
    public long itemBytes() {
        return itemBytes;
    }
}
