package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.StreamRecord.Image;
import org.extenddb.core.storage.StreamStore;
import org.jspecify.annotations.Nullable;

/** Tables with streams. An item's text begins with its name and a colon here, so that a record tells whose it is. */
abstract class StreamedTables extends StorageContract {
    private static final int PAGE = 7;

    final StreamStore streams() {
        return backend().streams();
    }

    final TableDefinition create() {
        return Objects.requireNonNull(backend().tables().create(Samples.table(Samples.newAddress(), 1)));
    }

    final TableDefinition streamed(StreamViewType viewType) {
        NewTable plain = Samples.table(Samples.newAddress(), 1);
        return Objects.requireNonNull(backend()
                .tables()
                .create(new NewTable(
                        plain.address(),
                        plain.keySchema(),
                        plain.keyAttributes(),
                        plain.indexes(),
                        plain.settings().withStream(TableStream.wanted(viewType)))));
    }

    final TableDefinition enable(TableDefinition table, StreamViewType viewType) {
        return change(table, TableStream.wanted(viewType));
    }

    final TableDefinition disable(TableDefinition table) {
        return change(table, stream(table).disabled());
    }

    final TableDefinition change(TableDefinition table, TableStream wanted) {
        TableDefinition changed = Objects.requireNonNull(backend()
                .tables()
                .update(table.address(), now -> now.with(now.settings().withStream(wanted))));
        assertThat(streams().settle(stream(changed).id())).isTrue();
        return changed;
    }

    static final TableStream stream(TableDefinition table) {
        return Objects.requireNonNull(table.settings().stream());
    }

    final List<StreamRecord> all(TableDefinition table) {
        return new StreamReader(streams(), stream(table).id(), PAGE).all();
    }

    static final List<String> texts(List<StreamRecord> records) {
        List<String> texts = new ArrayList<>();
        records.forEach(
                record -> texts.add(record.event() + " " + text(record.oldImage()) + "-" + text(record.newImage())));
        return texts;
    }

    static final String name(StreamRecord record) {
        return (text(record.oldImage()) + text(record.newImage())).split(":", 2)[0];
    }

    static final String text(@Nullable Image image) {
        return image == null ? "" : new String(image.json(), StandardCharsets.UTF_8);
    }

    final String there(ItemAddress address) {
        String text = text(address);
        return text.equals("(absent)") ? "" : text;
    }
}
