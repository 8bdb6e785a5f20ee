package org.extenddb.storage.jpa.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** How much of an item a stream's records hold. */
class StoredImagesTest {
    private static final KeyAttribute PK = new KeyAttribute("p\"k", ScalarType.S);
    private static final KeyAttribute SK = new KeyAttribute("sk", ScalarType.N);
    private static final String KEY = "{\"p\\\"k\":{\"S\":\"ä \\\\ a\"},\"sk\":{\"N\":\"1.5\"}}";

    private final TestStorage storage = TestStorage.on(TestDatabase.create());

    @Test
    void records_ofKeysOnly_holdKeysAlone() throws SQLException {
        TableDefinition table = table(StreamViewType.KEYS_ONLY);
        change(table, with("\"v\":{\"S\":\"1\"}"), false);
        change(table, with("\"v\":{\"S\":\"22\"}"), false);
        change(table, with("\"v\":{\"S\":\"22\"}"), true);

        assertThat(stored()).containsExactly("null " + KEY, "null " + KEY, KEY + " null");
    }

    @Test
    void records_ofOneLength_areWholeForReadersToCompare() throws SQLException {
        TableDefinition table = table(StreamViewType.KEYS_ONLY);
        change(table, with("\"v\":{\"S\":\"1\"}"), false);
        change(table, with("\"v\":{\"S\":\"2\"}"), false);

        assertThat(stored().get(1)).isEqualTo(with("\"v\":{\"S\":\"1\"}") + " " + with("\"v\":{\"S\":\"2\"}"));
    }

    /** PostgreSQL's JSON cannot take these. */
    @Test
    void records_ofItemsWithU0000_areWhole() throws SQLException {
        TableDefinition table = table(StreamViewType.KEYS_ONLY);
        change(table, with("\"v\":{\"S\":\"\\u0000\"}"), false);

        assertThat(stored()).containsExactly("null " + with("\"v\":{\"S\":\"\\u0000\"}"));
    }

    @Test
    void records_ofOneImage_holdTheKeyWhereThereIsNone() throws SQLException {
        TableDefinition newImages = table(StreamViewType.NEW_IMAGE);
        change(newImages, with("\"v\":{\"S\":\"1\"}"), false);
        change(newImages, with("\"v\":{\"S\":\"22\"}"), false);
        change(newImages, with("\"v\":{\"S\":\"22\"}"), true);
        TableDefinition oldImages = table(StreamViewType.OLD_IMAGE);
        change(oldImages, with("\"v\":{\"S\":\"1\"}"), false);
        change(oldImages, with("\"v\":{\"S\":\"22\"}"), false);
        change(oldImages, with("\"v\":{\"S\":\"22\"}"), true);

        assertThat(stored())
                .containsExactly(
                        "null " + with("\"v\":{\"S\":\"1\"}"),
                        "null " + with("\"v\":{\"S\":\"22\"}"),
                        KEY + " null",
                        "null " + KEY,
                        with("\"v\":{\"S\":\"1\"}") + " null",
                        with("\"v\":{\"S\":\"22\"}") + " null");
    }

    private static String with(String attribute) {
        return KEY.substring(0, KEY.length() - 1) + "," + attribute + "}";
    }

    private TableDefinition table(StreamViewType viewType) {
        return Objects.requireNonNull(storage.backend()
                .tables()
                .create(new NewTable(
                        new TableAddress(new AccountId("111122223333"), new Region("local"), viewType.name()),
                        KeySchema.of(PK, SK),
                        List.of(PK, SK),
                        List.of(),
                        TableSettings.onDemand().withStream(TableStream.wanted(viewType)))));
    }

    private void change(TableDefinition table, String json, boolean removed) {
        byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
        ItemKey key = ItemKeys.of(table.keySchema(), ItemJson.read(bytes));
        storage.backend()
                .items()
                .mutate(
                        new ItemAddress(TableLayout.of(table), key),
                        new Blind(
                                removed
                                        ? new Change.Remove()
                                        : new Change.Write(new NewItem(bytes, bytes.length, null, List.of()))));
    }

    private record Blind(Change change) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            return change;
        }
    }

    /** Old and new image of each record. */
    private List<String> stored() throws SQLException {
        List<String> stored = new ArrayList<>();
        try (Connection connection = storage.dataSource().getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "SELECT old_item, new_item FROM ddb_stream_record ORDER BY sequence");
                ResultSet row = select.executeQuery()) {
            while (row.next()) {
                stored.add(text(row.getBytes(1)) + " " + text(row.getBytes(2)));
            }
        }
        return stored;
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "null" : new String(bytes, StandardCharsets.UTF_8);
    }
}
