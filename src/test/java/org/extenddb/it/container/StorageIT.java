package org.extenddb.it.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.UserTransaction;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.Assertions;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.storage.jpa.entity.ClearingJobEntity;
import org.extenddb.storage.jpa.item.PostgreSqlItemStore;
import org.extenddb.storage.jpa.sql.JtaTransactions;
import org.extenddb.storage.jpa.sql.Transactions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.EnterpriseArchive;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Storage as the container puts it together: CDI's beans, the persistence unit under JTA, the server's data sources. */
@ExtendWith(ArquillianExtension.class)
class StorageIT {
    /** Far ahead: no worker takes a job of these tests. */
    private static final Instant LATER = Instant.parse("2999-01-01T00:00:00Z");

    @Inject
    private ItemStore items;

    @Inject
    private TableCatalog tables;

    @Inject
    private Transactions transactions;

    @Resource(lookup = "java:comp/UserTransaction")
    private UserTransaction transaction;

    private final int storageId = ThreadLocalRandom.current().nextInt(1_000_000_000, Integer.MAX_VALUE);

    @Deployment
    static EnterpriseArchive product() {
        return ProductArchive.with(StorageIT.class, Assertions.class);
    }

    @Test
    void beans_ofTheProduct_areInjected() {
        assertThat(items).isInstanceOf(PostgreSqlItemStore.class);
        assertThat(transactions).isInstanceOf(JtaTransactions.class);
    }

    @Test
    void entity_workReturns_isCommittedByJta() {
        transactions.withEntities(entities -> {
            entities.persist(new ClearingJobEntity(storageId, LATER));
            assertThat(jtaStatus()).isEqualTo(Status.STATUS_ACTIVE);
            return null;
        });

        assertThat(jtaStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(find()).isNotNull();
    }

    @Test
    void entity_workThrows_isRolledBackByJta() {
        assertThatThrownBy(() -> transactions.withEntities(entities -> {
                    entities.persist(new ClearingJobEntity(storageId, LATER));
                    entities.flush();
                    assertThat(entities.createQuery("SELECT count(*) FROM ClearingJobEntity j WHERE j.storageId = :id")
                                    .setParameter("id", storageId)
                                    .getSingleResult())
                            .isEqualTo(1L);
                    throw new IllegalStateException("of the test");
                }))
                .hasMessage("of the test");

        assertThat(jtaStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
        assertThat(find()).isNull();
    }

    @Test
    void item_written_isRead() {
        ItemAddress address = address(newTable(), "one");

        items.mutate(address, new Put("{}"));

        assertThat(text(address)).isEqualTo("{}");
    }

    @Test
    void items_writtenAtOnce_areRead() {
        TableLayout table = newTable();
        ItemAddress first = address(table, "first");
        ItemAddress second = address(table, "second");

        AtomicResult result = items.mutateAll(List.of(
                new AddressedMutation(first, new Put("{\"n\":1}")),
                new AddressedMutation(second, new Put("{\"n\":2}"))));

        assertThat(result).isInstanceOf(AtomicResult.Applied.class);
        assertThat(text(first)).isEqualTo("{\"n\":1}");
        assertThat(text(second)).isEqualTo("{\"n\":2}");
    }

    private @Nullable ClearingJobEntity find() {
        return transactions.withEntities(entities -> entities.find(ClearingJobEntity.class, storageId));
    }

    private int jtaStatus() {
        try {
            return transaction.getStatus();
        } catch (SystemException e) {
            throw new IllegalStateException(e);
        }
    }

    private TableLayout newTable() {
        KeyAttribute key = new KeyAttribute("pk", ScalarType.S);
        TableDefinition table = tables.create(new NewTable(
                new TableAddress(new AccountId("111122223333"), new Region("local"), "t-" + UUID.randomUUID()),
                KeySchema.of(key, null),
                List.of(key),
                List.of(),
                TableSettings.onDemand()));
        assertThat(table).isNotNull();
        return TableLayout.of(table);
    }

    private static ItemAddress address(TableLayout table, String partition) {
        PartitionHash hash = PartitionHash.fromUuid(UUID.nameUUIDFromBytes(partition.getBytes(StandardCharsets.UTF_8)));
        return new ItemAddress(table, new ItemKey(hash, ByteString.utf8("sort")));
    }

    private String text(ItemAddress address) {
        StoredItem item = items.get(address);
        return item == null ? "(absent)" : new String(item.json(), StandardCharsets.UTF_8);
    }

    private record Put(String json) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            byte[] bytes = json.getBytes(StandardCharsets.UTF_8);
            return new Change.Write(new NewItem(bytes, bytes.length, null, List.of()));
        }
    }
}
