package org.extenddb.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.item.ItemCollectionMetrics;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ProjectionType;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.IndexEntries;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.engine.item.BlindMutation;
import org.extenddb.engine.item.WriteCondition;
import org.junit.jupiter.api.Test;

/** Storage counts the size that it is told, so that gigabytes need not be written. */
class ItemCollectionsTest {
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute SK = new KeyAttribute("sk", ScalarType.S);
    private static final KeyAttribute LK = new KeyAttribute("lk", ScalarType.S);
    private static final int QUARTER = 1 << 28;

    private final Backend backend = MemoryBackend.create();
    private final ItemCollections collections = new ItemCollections(backend.tables(), backend.items());

    @Test
    void of_smallTable_isBelowOneGigabyte() {
        TablePlan plan = table(local("all", Projection.ALL, 1));
        put(plan, "p", "1", QUARTER - 1, true);

        assertThat(range(plan, "p")).containsExactly(0, 1);
    }

    @Test
    void of_largeTable_isMeasuredByItsItemsAndTheirEntries() {
        TablePlan plan = table(local("all", Projection.ALL, 1));
        put(plan, "p", "1", QUARTER, true);
        put(plan, "p", "2", QUARTER, true);
        put(plan, "q", "1", QUARTER, false);
        assertThat(range(plan, "p")).containsExactly(1, 2);
        assertThat(range(plan, "q")).containsExactly(0, 1);

        put(plan, "p", "3", 2 * QUARTER - 1, true);
        assertThat(range(plan, "p")).containsExactly(1, 2);
        put(plan, "p", "3", 2 * QUARTER, true);
        assertThat(range(plan, "p")).containsExactly(2, 3);
    }

    @Test
    void of_indexThatHoldsAPart_isBetweenNoneAndAllOfTheItem() {
        TablePlan plan = table(local("keys", new Projection(ProjectionType.KEYS_ONLY, List.of()), 1));
        for (int i = 0; i < 5; i++) {
            put(plan, "p", "" + i, QUARTER, true);
        }

        assertThat(range(plan, "p")).containsExactly(1, 3);
    }

    @Test
    void of_tableWithoutLocalIndexes_isNothing() {
        TablePlan plan = table();

        assertThat(collections.of(plan, List.of(new StringValue("p")))).isEmpty();
    }

    private List<Integer> range(TablePlan plan, String pk) {
        AttributeValue value = new StringValue(pk);
        ItemCollectionMetrics metrics = collections.of(plan, List.of(value)).get(0);
        assertThat(metrics.itemCollectionKey()).isEqualTo(Map.of("pk", value));
        return List.of((int) metrics.lowerGigabytes(), (int) metrics.upperGigabytes());
    }

    private void put(TablePlan plan, String pk, String sk, int size, boolean indexed) {
        Item item = new Item(
                indexed
                        ? Map.of("pk", new StringValue(pk), "sk", new StringValue(sk), "lk", new StringValue("l"))
                        : Map.of("pk", new StringValue(pk), "sk", new StringValue(sk)));
        TableDefinition table = plan.definition();
        Change change = new Change.Write(new NewItem(new byte[0], size, null, IndexEntries.of(table, item)));
        backend.items()
                .mutate(
                        new ItemAddress(plan.layout(), ItemKeys.of(table.keySchema(), item)),
                        new BlindMutation(Reads.NOTHING, new WriteCondition(null, null), false, change));
    }

    private TablePlan table(IndexDefinition... indexes) {
        TableAddress address = new TableAddress(new AccountId("000000000000"), new Region("local"), "abc");
        return TablePlan.of(Objects.requireNonNull(backend.tables()
                .create(new NewTable(
                        address,
                        KeySchema.of(PK, SK),
                        List.of(PK, SK, LK),
                        List.of(indexes),
                        TableSettings.onDemand()))));
    }

    private static IndexDefinition local(String name, Projection projection, int slot) {
        return new IndexDefinition(
                name, IndexDefinition.Kind.LOCAL, KeySchema.of(PK, LK), projection, null, TableStatus.ACTIVE, slot);
    }
}
