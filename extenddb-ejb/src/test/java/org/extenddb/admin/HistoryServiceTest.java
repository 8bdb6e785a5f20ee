package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.audit.AuditLog;
import org.extenddb.audit.AuditObserver;
import org.extenddb.audit.ServerName;
import org.extenddb.auth.Authorizer;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.config.AuditConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.ItemSize;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.PointInTimeRecovery;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.PastBeginning;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.ItemJson;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.data.Tables;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class HistoryServiceTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final Region REGION = new Region("eu-west-2");
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final TableAddress ADDRESS = new TableAddress(ACCOUNT, REGION, "abc");
    private static final Caller ROOT = Caller.root(ACCOUNT, "AKID");
    private static final RequestContext CONTEXT =
            new RequestContext("127.0.0.1", true, null, null, Instant.EPOCH, REGION);
    private static final AdminCall ADMINISTRATOR = new AdminCall(new SignedIn.Administrator("admin"), CONTEXT);
    private static final AdminCall USER = new AdminCall(new SignedIn.User("root", ROOT), CONTEXT);

    private final Backend backend = MemoryBackend.create();
    private final Authorizer nobody = (who, context, requests) -> {
        throw DynamoDbException.of(ErrorCode.ACCESS_DENIED, "no");
    };
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final AuditLog log = new AuditLog(store, new TestIdentities().keyring(), new ServerName());
    private final HistoryService service = service(false);

    HistoryServiceTest() {
        backend.tables()
                .create(new NewTable(
                        ADDRESS, KeySchema.of(PK, null), List.of(PK), List.of(), TableSettings.onDemand()));
    }

    @Test
    void versions_ofAnItem_tellWhatChanged() {
        enable();
        put(Map.of("pk", "1", "a", "x", "b", "y"));
        Instant first = backend.history().now();
        put(Map.of("pk", "1", "b", "z", "c", "new"));

        List<DescribedVersion> versions = service.versions(ADMINISTRATOR, ADDRESS, key("1"), null, 10);
        assertThat(versions).hasSize(3);
        assertThat(versions.get(0).differences())
                .containsExactlyInAnyOrder(
                        new AttributeDifference("a", new StringValue("x"), null),
                        new AttributeDifference("b", new StringValue("y"), new StringValue("z")),
                        new AttributeDifference("c", null, new StringValue("new")));
        assertThat(versions.get(1).item()).isEqualTo(item(Map.of("pk", "1", "a", "x", "b", "y")));
        assertThat(versions.get(2).item()).isNull();
        assertThat(service.at(ADMINISTRATOR, ADDRESS, key("1"), first))
                .contains(Objects.requireNonNull(versions.get(1).item()));

        List<DescribedVersion> page = service.versions(ADMINISTRATOR, ADDRESS, key("1"), null, 1);
        assertThat(page.get(0).differences()).hasSize(3);
        assertThat(service.versions(
                        ADMINISTRATOR, ADDRESS, key("1"), page.get(0).since(), 9))
                .isEqualTo(versions.subList(1, 3));
    }

    @Test
    void at_outsideOfWhatIsKnown_isRefused() {
        assertError(AdminError.CONFLICT, () -> service.versions(ADMINISTRATOR, ADDRESS, key("1"), null, 1));
        Instant since = enable();
        assertError(AdminError.INVALID, () -> service.at(ADMINISTRATOR, ADDRESS, key("1"), since.minusSeconds(1)));
        assertError(
                AdminError.INVALID,
                () -> service.at(
                        ADMINISTRATOR,
                        ADDRESS,
                        Map.of("other", new StringValue("1")),
                        backend.history().now()));
        assertError(
                AdminError.NOT_FOUND,
                () -> service.at(ADMINISTRATOR, new TableAddress(ACCOUNT, REGION, "none"), key("1"), since));
    }

    @Test
    void versions_forAUserWhoMayNotRead_areRefusedAndStandInTheAuditLog() {
        Instant since = enable();
        assertThatThrownBy(() -> service.versions(USER, ADDRESS, key("1"), null, 1))
                .isInstanceOf(DynamoDbException.class);
        assertThatThrownBy(() -> service.at(USER, ADDRESS, key("1"), since)).isInstanceOf(DynamoDbException.class);
        log.flush();

        assertThat(store.records).hasSize(2).allSatisfy(it -> {
            AuditEntry entry = it.entry();
            assertThat(entry.outcome()).isEqualTo(AuditOutcome.DENIED);
            assertThat(entry.actor()).isEqualTo(ROOT.arn());
            assertThat(entry.account()).isEqualTo(ACCOUNT.value());
            assertThat(entry.action()).isEqualTo("admin:GetItemHistory");
            assertThat(entry.resource()).isEqualTo(ADDRESS.arn());
            assertThat(entry.sourceAddress()).isEqualTo("127.0.0.1");
            assertThat(entry.error()).isEqualTo("AccessDeniedException");
        });
    }

    @Test
    void versions_whoeverReads_standInTheAuditLogBySettingAlone() {
        enable();
        service.versions(ADMINISTRATOR, ADDRESS, key("1"), null, 1);
        log.flush();
        assertThat(store.records).isEmpty();

        service(true).versions(ADMINISTRATOR, ADDRESS, key("1"), null, 1);
        assertError(AdminError.INVALID, () -> service(true).at(ADMINISTRATOR, ADDRESS, key("1"), Instant.EPOCH));
        log.flush();
        assertThat(store.records)
                .extracting(it -> it.entry().accessKeyId() + " " + it.entry().outcome() + " "
                        + it.entry().error())
                .containsExactly("administrator/admin ALLOWED ", "administrator/admin FAILED INVALID");
    }

    private HistoryService service(boolean dataPlaneIsAudited) {
        AuditObserver audit = new AuditObserver(log, new ServerName(), new AuditConfig(dataPlaneIsAudited, 10));
        Tables tables = new Tables(backend.tables(), new TableLifecycle(new TableConfig(0)));
        return new HistoryService(backend.tables(), tables, backend.history(), nobody, audit);
    }

    private static void assertError(AdminError error, Runnable work) {
        assertThatThrownBy(work::run)
                .isInstanceOfSatisfying(
                        AdminException.class, e -> assertThat(e.error()).isEqualTo(error));
    }

    private Instant enable() {
        TableDefinition enabled = Objects.requireNonNull(backend.tables()
                .update(ADDRESS, table -> table.with(table.settings().withRecovery(PointInTimeRecovery.enabled(1)))));
        TableDefinition settled = PastBeginning.settle(backend.tables(), backend.history(), enabled);
        Instant since = Objects.requireNonNull(settled.settings().recovery().keptSince());
        while (!backend.history().now().isAfter(since)) {
            Thread.onSpinWait();
        }
        return since;
    }

    private void put(Map<String, String> attributes) {
        TableDefinition table = Objects.requireNonNull(backend.tables().find(ADDRESS));
        Item item = item(attributes);
        NewItem row = new NewItem(ItemJson.write(item), ItemSize.of(item), null, List.of());
        backend.items()
                .mutate(
                        new ItemAddress(TableLayout.of(table), ItemKeys.of(table.keySchema(), item)),
                        new Put(new Change.Write(row)));
    }

    private static Map<String, AttributeValue> key(String pk) {
        return Map.of("pk", new StringValue(pk));
    }

    private static Item item(Map<String, String> attributes) {
        Map<String, AttributeValue> values = new LinkedHashMap<>();
        attributes.keySet().stream()
                .sorted()
                .forEach(name -> values.put(name, new StringValue(Objects.requireNonNull(attributes.get(name)))));
        return new Item(values);
    }

    private record Put(Change change) implements ItemMutation {
        @Override
        public Reads reads() {
            return Reads.NOTHING;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            return change;
        }
    }
}
