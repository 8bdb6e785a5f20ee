package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttachedPolicies;
import org.extenddb.core.model.BillingMode;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.OnDemandThroughput;
import org.extenddb.core.model.ProvisionedThroughput;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ResourcePolicy;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableClass;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.model.ThroughputHistory;
import org.extenddb.core.model.TimeToLive;
import org.extenddb.core.model.WarmThroughput;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.TableStatistics;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Definitions of tables. */
public abstract class TableCatalogContract extends StorageContract {
    private static final Instant NOON = Instant.parse("2026-01-01T12:00:00.123Z");
    private static final Throughput THROUGHPUT = new Throughput(
            new ProvisionedThroughput(5, 6),
            new ThroughputHistory(NOON, NOON.plusSeconds(1), 2),
            new OnDemandThroughput(7L, null),
            new WarmThroughput(8, 9));

    @Test
    void create_newName_isFoundAsDefined() {
        NewTable table = Samples.table(Samples.newAddress(), 1, 7);

        TableDefinition created = create(table);

        assertThat(tables().find(table.address())).isEqualTo(created);
        assertThat(created.address()).isEqualTo(table.address());
        assertThat(created.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(created.keySchema()).isEqualTo(table.keySchema());
        assertThat(created.keyAttributes()).isEqualTo(table.keyAttributes());
        assertThat(created.indexes()).isEqualTo(table.indexes());
        assertThat(created.settings()).isEqualTo(table.settings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "a\0b", "\uDBFF\uDFFF", "\uDBFF\uDFFF0\0", "'\"\\{},NULL", "\u00e9\ud83d\ude00"})
    void create_anyCharacterInNamesAndTags_isFoundAsDefined(String text) {
        NewTable table = Samples.tableOfNames(Samples.newAddress(), text);

        TableDefinition created = create(table);
        TableDefinition updated = Objects.requireNonNull(
                tables().update(created.address(), definition -> definition.with(definition.settings())));

        for (TableDefinition definition : List.of(created, updated)) {
            assertThat(definition.keySchema()).isEqualTo(table.keySchema());
            assertThat(definition.keyAttributes()).isEqualTo(table.keyAttributes());
            assertThat(definition.indexes()).isEqualTo(table.indexes());
            assertThat(definition.settings()).isEqualTo(table.settings());
        }
        assertThat(tables().find(table.address())).isEqualTo(updated);
    }

    @Test
    void measured_shareOfAnIndex_isThatPartOfItsItemsSize() {
        TableDefinition table = create(Samples.table(Samples.newAddress(), 1, 7));
        NewItem item = Samples.item("text", Samples.entry(1, "a", "b"), Samples.entry(7, "c", "d"));
        ItemAddress first = new ItemAddress(TableLayout.of(table), Samples.key("p", "s"));
        put(first, item);
        count();
        long whole = tables().statistics(table, 7).sizeBytes();

        tables().measured(table, 7, 0.5);
        put(new ItemAddress(TableLayout.of(table), Samples.key("p", "t")), item);
        put(new ItemAddress(TableLayout.of(table), Samples.key("p", "u")), item);
        put(new ItemAddress(TableLayout.of(table), Samples.key("p", "v")), item);
        count();

        assertThat(whole).isEqualTo(item.size());
        assertThat(tables().statistics(table, 7)).isEqualTo(new TableStatistics(4, 2 * whole));
        assertThat(tables().statistics(table, 1)).isEqualTo(new TableStatistics(4, 4 * whole));
        assertThat(tables().statistics(table, 0)).isEqualTo(new TableStatistics(4, 4 * whole));
    }

    @Test
    void create_takenName_isNull() {
        NewTable table = Samples.table(Samples.newAddress());
        TableDefinition created = create(table);

        assertThat(tables().create(table)).isNull();
        assertThat(tables().find(table.address())).isEqualTo(created);
    }

    @Test
    void create_sameNameElsewhere_isAnotherTable() {
        TableAddress here = Samples.newAddress();
        TableDefinition first = create(Samples.table(here));
        TableDefinition region =
                create(Samples.table(new TableAddress(here.account(), new Region("us-east-1"), here.tableName())));
        TableDefinition account =
                create(Samples.table(new TableAddress(new AccountId("999900001111"), here.region(), here.tableName())));

        assertThat(List.of(first.storageId(), region.storageId(), account.storageId()))
                .doesNotHaveDuplicates();
    }

    @Test
    void create_concurrently_exactlyOneWins() {
        NewTable table = Samples.table(Samples.newAddress(), 3);

        List<@Nullable TableDefinition> created = concurrently(8, thread -> () -> tables().create(table));

        assertThat(created.stream().filter(Objects::nonNull)).hasSize(1);
    }

    @Test
    void update_settingsAndIndexes_areKeptAndRaiseTheVersion() {
        TableDefinition created = create(Samples.table(Samples.newAddress(), 1));

        TableDefinition updated =
                Objects.requireNonNull(tables().update(created.address(), table -> with(table, true, 2, 3)));

        assertThat(updated.version()).isGreaterThan(created.version());
        assertThat(updated.settings().deletionProtection()).isTrue();
        assertThat(updated.indexes().stream().map(IndexDefinition::slot)).containsExactly(2, 3);
        assertThat(updated.tableId()).isEqualTo(created.tableId());
        assertThat(updated.createdAt()).isEqualTo(created.createdAt());
        assertThat(tables().find(created.address())).isEqualTo(updated);
    }

    @Test
    void update_absentTable_isNull() {
        assertThat(tables().update(Samples.newAddress(), table -> table)).isNull();
    }

    @Test
    void update_changeThrows_changesNothing() {
        TableDefinition created = create(Samples.table(Samples.newAddress()));

        assertThatThrownBy(() -> tables().update(created.address(), table -> {
                    throw REFUSED;
                }))
                .isSameAs(REFUSED);
        assertThat(tables().find(created.address())).isEqualTo(created);
    }

    @Test
    void update_concurrently_losesNone() {
        TableDefinition created = create(Samples.table(Samples.newAddress()));

        concurrently(
                6,
                thread -> () -> tables().update(
                                created.address(),
                                table -> withDecreases(
                                        table,
                                        1
                                                + table.settings()
                                                        .throughput()
                                                        .history()
                                                        .decreases())));

        assertThat(Objects.requireNonNull(tables().find(created.address()))
                        .settings()
                        .throughput()
                        .history()
                        .decreases())
                .isEqualTo(6);
    }

    @Test
    void delete_table_makesItsItemsUnreachable() {
        TableDefinition created = create(Samples.table(Samples.newAddress(), 1));
        ItemAddress address = address(TableLayout.of(created), "p", "s");
        put(address, Samples.item("old"));

        assertThat(tables().delete(created.address(), table -> {})).isEqualTo(created);

        assertThat(tables().find(created.address())).isNull();
        TableDefinition again = create(Samples.table(created.address(), 1));
        assertThat(again.storageId()).isNotEqualTo(created.storageId());
        assertThat(text(address(TableLayout.of(again), "p", "s"))).isEqualTo("(absent)");
    }

    @Test
    void delete_checkThrows_removesNothing() {
        TableDefinition created = create(Samples.table(Samples.newAddress()));

        assertThatThrownBy(() -> tables().delete(created.address(), table -> {
                    throw REFUSED;
                }))
                .isSameAs(REFUSED);
        assertThat(tables().find(created.address())).isEqualTo(created);
        assertThat(tables().delete(Samples.newAddress(), table -> {})).isNull();
    }

    @Test
    void update_policies_areReadBackAndTakenAway() {
        TableAddress address = create(Samples.table(Samples.newAddress())).address();
        AttachedPolicies policies = AttachedPolicies.of(new ResourcePolicy("{\"Statement\": []}", "1"))
                .with("2026-11-24T03:00:00.000", new ResourcePolicy("{\"Statement\": [], \"a\": \"b,{}\"}", "2"))
                .with("2026-11-24T04:00:00.000", new ResourcePolicy("{}", "3"));

        tables().update(address, table -> table.withPolicies(policies));
        assertThat(policies(address)).isEqualTo(policies);

        tables().update(address, table -> table.with(table.settings()));
        assertThat(policies(address)).isEqualTo(policies);

        tables().update(address, table -> table.withPolicies(policies.with("2026-11-24T03:00:00.000", null)));
        assertThat(policies(address).ofStreams()).containsOnlyKeys("2026-11-24T04:00:00.000");

        tables().update(address, table -> table.withPolicies(AttachedPolicies.NONE));
        assertThat(policies(address)).isEqualTo(AttachedPolicies.NONE);
    }

    private AttachedPolicies policies(TableAddress address) {
        return Objects.requireNonNull(tables().find(address)).policies();
    }

    @Test
    void list_pages_areInByteOrderAndComplete() {
        Region region = new Region("test-" + UUID.randomUUID());
        List<String> names = List.of("A", "B-1", "a", "a.b", "a_b", "z");
        for (String name : names) {
            create(Samples.table(new TableAddress(Samples.ACCOUNT, region, name)));
        }

        List<String> seen = new ArrayList<>();
        List<String> page = tables().list(Samples.ACCOUNT, region, null, 2);
        while (!page.isEmpty()) {
            seen.addAll(page);
            page = tables().list(Samples.ACCOUNT, region, page.get(page.size() - 1), 2);
        }
        assertThat(seen).isEqualTo(names);
        assertThat(tables().list(Samples.ACCOUNT, region, "a.a", 10)).containsExactly("a.b", "a_b", "z");
        assertThat(tables().list(Samples.ACCOUNT, new Region("elsewhere-" + region), null, 10))
                .isEmpty();
    }

    @Test
    void definitions_ofAnAccountAndRegion_areAllOfThemWithTheirIndexes() {
        Region region = new Region("test-" + UUID.randomUUID());
        List<TableDefinition> created = new ArrayList<>();
        for (String name : List.of("A", "a", "a.b", "a_b")) {
            created.add(create(Samples.table(new TableAddress(Samples.ACCOUNT, region, name), 1, 7)));
        }

        assertThat(tables().definitions(Samples.ACCOUNT, region)).isEqualTo(created);
        assertThat(tables().definitions(Samples.ACCOUNT, new Region("elsewhere-" + region)))
                .isEmpty();
    }

    private TableCatalog tables() {
        return backend().tables();
    }

    private TableDefinition create(NewTable table) {
        return Objects.requireNonNull(tables().create(table));
    }

    private static TableDefinition with(TableDefinition table, boolean deletionProtection, int... slots) {
        List<IndexDefinition> indexes = Arrays.stream(slots)
                .mapToObj(Samples::index)
                .map(index -> index.with(THROUGHPUT))
                .toList();
        TableSettings settings = TableSettings.of(BillingMode.PROVISIONED, THROUGHPUT).toBuilder()
                .payPerRequestSince(NOON)
                .deletionProtection(deletionProtection)
                .tableClass(new TableClass("STANDARD", List.of(NOON, NOON.plusSeconds(1))))
                .kmsKeyArn("arn:aws:kms:eu-west-1:000000000000:key/k")
                .tags(Map.of("key", "value", "empty", ""))
                .changedAt(NOON)
                .timeToLive(new TimeToLive("expires", true, NOON))
                .build();
        return table.with(indexes, settings);
    }

    private static TableDefinition withDecreases(TableDefinition table, int decreases) {
        Throughput old = table.settings().throughput();
        Throughput changed = new Throughput(
                old.provisioned(), new ThroughputHistory(null, null, decreases), old.onDemand(), old.warm());
        return table.with(table.settings().with(changed));
    }
}
