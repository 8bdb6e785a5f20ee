package org.extenddb.engine.stream;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.extenddb.core.api.stream.GetRecordsResponse.ChangeRecord;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/** Makes records of one stream as clients see them. */
final class ChangeRecords {
    private static final int ID_BYTES = 16;

    private final StoredStream stream;
    private final Set<String> keyNames = new HashSet<>();
    private final MessageDigest sha256;

    ChangeRecords(StoredStream stream) {
        this.stream = stream;
        try {
            sha256 = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 does not work on this Java platform", e);
        }
        keyNames.addAll(stream.hashKey());
        keyNames.addAll(stream.rangeKey());
    }

    /** False where only the order of attributes is another: DynamoDB knows none, and tells nothing of such a write. */
    static boolean isChange(StreamRecord record) {
        Image before = record.oldImage();
        Image after = record.newImage();
        return before == null
                || after == null
                || before.json().length != after.json().length
                || !ItemJson.read(before.json()).equals(ItemJson.read(after.json()));
    }

    ChangeRecord of(StreamRecord record) {
        Image newImage = stream.viewType().showsNewImage() ? record.newImage() : null;
        Image oldImage = stream.viewType().showsOldImage() ? record.oldImage() : null;
        Map<String, AttributeValue> keys = keys(record);
        return new ChangeRecord(
                id(record),
                record.event().name(),
                stream.table().region().value(),
                record.writtenAt(),
                ItemJson.write(keys),
                newImage == null ? null : newImage.json(),
                oldImage == null ? null : oldImage.json(),
                SequenceNumbers.of(record.sequence()),
                (long) ItemSize.of(new Item(keys)) + size(newImage) + size(oldImage),
                stream.viewType(),
                record.byService());
    }

    private static int size(@Nullable Image image) {
        return image == null ? 0 : image.size();
    }

    /** In the order of the key schema. */
    private Map<String, AttributeValue> keys(StreamRecord record) {
        Image image = record.newImage() == null ? Objects.requireNonNull(record.oldImage()) : record.newImage();
        Item item = ItemJson.readAttributes(image.json(), keyNames);
        Map<String, AttributeValue> keys = new LinkedHashMap<>();
        for (String name : stream.hashKey()) {
            keys.put(name, Objects.requireNonNull(item.get(name)));
        }
        for (String name : stream.rangeKey()) {
            keys.put(name, Objects.requireNonNull(item.get(name)));
        }
        return keys;
    }

    /** The same whenever the record is read, and no other record's. */
    private String id(StreamRecord record) {
        byte[] name = ByteBuffer.allocate(Integer.BYTES + Long.BYTES)
                .putInt(stream.id())
                .putLong(record.sequence())
                .array();
        return HexFormat.of().formatHex(Arrays.copyOf(sha256.digest(name), ID_BYTES));
    }
}
