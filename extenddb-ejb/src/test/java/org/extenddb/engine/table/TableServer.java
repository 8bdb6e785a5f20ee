package org.extenddb.engine.table;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.config.BackupConfig;
import org.extenddb.config.QuotaConfig;
import org.extenddb.config.StoreConfig;
import org.extenddb.config.TableConfig;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.storage.memory.MemoryIdentityStore;
import org.extenddb.core.storage.memory.NobodyListens;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.engine.Operation;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.engine.WireRequests;
import org.extenddb.engine.backup.BackedUpTables;
import org.extenddb.engine.backup.Backups;
import org.extenddb.engine.backup.CreateBackup;
import org.extenddb.engine.backup.DeleteBackup;
import org.extenddb.engine.backup.DescribeBackup;
import org.extenddb.engine.backup.DescribeContinuousBackups;
import org.extenddb.engine.backup.DiscardedBackups;
import org.extenddb.engine.backup.ListBackups;
import org.extenddb.engine.backup.RestoreTableFromBackup;
import org.extenddb.engine.backup.RestoreTableToPointInTime;
import org.extenddb.engine.backup.Restores;
import org.extenddb.engine.backup.SystemBackups;
import org.extenddb.engine.backup.UpdateContinuousBackups;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.policy.BoundPolicies;
import org.extenddb.engine.tag.ListTagsOfResource;
import org.extenddb.engine.tag.TagResource;
import org.extenddb.engine.tag.TaggedTables;
import org.extenddb.engine.tag.UntagResource;
import org.extenddb.engine.transfer.DescribeExport;
import org.extenddb.engine.transfer.DescribeImport;
import org.extenddb.engine.transfer.ExportTableToPointInTime;
import org.extenddb.engine.transfer.ImportTable;
import org.extenddb.engine.transfer.ListExports;
import org.extenddb.engine.transfer.ListImports;
import org.extenddb.engine.transfer.TransferPages;
import org.extenddb.engine.ttl.DescribeTimeToLive;
import org.extenddb.engine.ttl.UpdateTimeToLive;
import org.extenddb.worker.backup.MemoryObjectStore;

/** The table operations behind a pipeline that trusts everybody, on storage in memory, with a clock to turn. */
final class TableServer {
    static final Authenticated SENDER =
            new Authenticated(Caller.root(new AccountId("000000000000"), "AKIDTEST"), new Region("us-east-1"));

    final List<AccessRequest> asked = new ArrayList<>();
    final Backend backend;
    final TableCatalog catalog;
    final List<Operation<?, ?, ?>> operations;
    /** Those whom policies may name. */
    private final IdentityStore identities = new MemoryIdentityStore(new MemoryAccessKeyStore(), new NobodyListens());

    final BoundPolicies policies = new BoundPolicies(new PrincipalIds(identities));
    private final TurnableClock clock = new TurnableClock();
    private final RequestPipeline pipeline;
    Authenticated sender = SENDER;

    TableServer() {
        this(0);
    }

    TableServer(int transitionSeconds) {
        this(transitionSeconds, new QuotaConfig(0, 0, 0));
    }

    TableServer(int transitionSeconds, QuotaConfig quota) {
        this(transitionSeconds, quota, MemoryBackend.create(), List.of());
    }

    /** With further operations, on a catalogue that may be anywhere. */
    TableServer(Backend backend, List<Operation<?, ?, ?>> others) {
        this(0, new QuotaConfig(0, 0, 0), backend, others);
    }

    private TableServer(int transitionSeconds, QuotaConfig quota, Backend backend, List<Operation<?, ?, ?>> others) {
        this.backend = backend;
        this.catalog = backend.tables();
        TableLifecycle lifecycle = new TableLifecycle(new TableConfig(transitionSeconds), clock);
        TableDescriber describer = new TableDescriber(catalog, lifecycle, clock);
        Quotas quotas = new Quotas(quota, catalog);
        TaggedTables tagged = new TaggedTables(catalog, lifecycle);
        operations = new ArrayList<>(List.of(
                new CreateTable(new TableCreation(catalog, lifecycle, policies, quotas, clock), describer),
                new DescribeTable(catalog, describer, lifecycle),
                new ListTables(catalog),
                new UpdateTable(catalog, backend.streams(), describer, lifecycle, quotas, clock),
                new DeleteTable(catalog, describer, lifecycle, systemBackups(backend), clock),
                new DescribeLimits(quota),
                new TagResource(tagged),
                new UntagResource(tagged),
                new ListTagsOfResource(tagged),
                new UpdateTimeToLive(catalog, lifecycle, clock),
                new DescribeTimeToLive(catalog, lifecycle),
                new DescribeEndpoints()));
        operations.addAll(backupOperations(lifecycle, describer, quotas));
        operations.addAll(transferOperations(lifecycle, quotas));
        operations.addAll(others);
        pipeline = Pipelines.of(operations, request -> sender, (who, context, requests) -> asked.addAll(requests));
    }

    /** With a store, that nobody writes to. */
    private static SystemBackups systemBackups(Backend backend) {
        Optional<String> none = Optional.empty();
        return new SystemBackups(
                backend.backups(),
                backend.jobs(),
                backend.history(),
                discardedBackups(backend),
                new BackupConfig("backups"),
                new StoreConfig(Optional.of("store"), false, none, "local", none, none, true));
    }

    private static DiscardedBackups discardedBackups(Backend backend) {
        return new DiscardedBackups(backend.backups(), backend.jobs(), backend.history());
    }

    private List<Operation<?, ?, ?>> backupOperations(
            TableLifecycle lifecycle, TableDescriber describer, Quotas quotas) {
        BackedUpTables backedUp = new BackedUpTables(catalog, lifecycle, backend.history());
        Restores restores = new Restores(catalog, lifecycle, describer, quotas, backend.history(), backend.jobs());
        Backups backups = new Backups(backend.backups(), backend.jobs(), catalog);
        return List.of(
                new DescribeContinuousBackups(backedUp),
                new UpdateContinuousBackups(backedUp, catalog, backend.history(), systemBackups(backend)),
                new RestoreTableToPointInTime(backedUp, backend.history(), restores),
                new CreateBackup(
                        backedUp,
                        backend.backups(),
                        backend.jobs(),
                        backend.history(),
                        new MemoryObjectStore(),
                        new BackupConfig("backups")),
                new DescribeBackup(backups),
                new DeleteBackup(backups, discardedBackups(backend)),
                new ListBackups(backend.backups()),
                new RestoreTableFromBackup(backups, restores));
    }

    private List<Operation<?, ?, ?>> transferOperations(TableLifecycle lifecycle, Quotas quotas) {
        BackedUpTables backedUp = new BackedUpTables(catalog, lifecycle, backend.history());
        TransferPages pages = new TransferPages(backend.jobs(), catalog, lifecycle);
        return List.of(
                new ExportTableToPointInTime(backedUp, backend.history(), backend.jobs()),
                new DescribeExport(backend.jobs()),
                new ListExports(pages),
                new ImportTable(
                        new TableCreation(catalog, lifecycle, policies, quotas, clock), catalog, backend.jobs()),
                new DescribeImport(backend.jobs()),
                new ListImports(pages));
    }

    WireResponse post(String operation, String json) {
        return pipeline.handle(WireRequests.post("DynamoDB_20120810." + operation, json));
    }

    void wait(Duration time) {
        clock.offset = clock.offset.plus(time);
    }

    private static final class TurnableClock extends Clock {
        private Duration offset = Duration.ZERO;

        @Override
        public Instant instant() {
            return Instant.now().plus(offset);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
