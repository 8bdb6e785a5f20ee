package org.extenddb.worker;

import jakarta.inject.Inject;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.time.Duration;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.engine.data.IndexPlan;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/**
 * Measures how much of its items an index holds that projects a part of them, for IndexSizeBytes (ADR 41): once there are any, when
 * they have become twice as much, and when a table that was written to has come to rest. One server at a time does it.
 */
@SingleInstance
public final class IndexMeasuring implements BackgroundWork {
    private static final String LEASE = "index-measuring";
    private static final Duration PAUSE = Duration.ofSeconds(6);
    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int REST_PER_SAMPLE = 20;

    /** Of one table, that is written to. */
    private static final int APART_SECONDS = 60;

    private static final String DUE = "SELECT t.storage_id, t.account, t.region, t.name FROM ddb_statistics AS s"
            + " JOIN ddb_index AS x ON x.storage_id = s.storage_id AND x.slot = s.slot"
            + " JOIN ddb_table AS t ON t.storage_id = s.storage_id"
            + " JOIN ddb_count_job AS j ON j.storage_id = s.storage_id"
            + " WHERE x.projection_type <> 'ALL' AND s.item_count > 0 AND (s.share_at IS NULL"
            + " OR s.share_at < now() - make_interval(secs => ?) AND (s.share IS NULL OR j.flushes > s.share_flushes"
            + " AND (j.flushed_at < now() - make_interval(secs => ?) OR s.size_bytes > 2 * s.share_bytes"
            + " OR s.share_at < now() - interval '1 hour'))) ORDER BY s.share_at NULLS FIRST LIMIT 1";

    private static final String CLAIM = "UPDATE ddb_statistics AS s SET share_at = now(), share_bytes = s.size_bytes,"
            + " share_flushes = j.flushes FROM ddb_count_job AS j WHERE s.storage_id = ? AND j.storage_id = s.storage_id";

    private final Database database;
    private final Leases leases;
    private final TableCatalog catalog;
    private final IndexSample samples;
    private long restsUntil = System.nanoTime();

    @Inject
    public IndexMeasuring(Database database, Leases leases, TableCatalog catalog, IndexSample samples) {
        this.database = database;
        this.leases = leases;
        this.catalog = catalog;
        this.samples = samples;
    }

    private record Due(int storageId, TableAddress address) {}

    @Override
    public Duration pause() {
        return PAUSE;
    }

    @Override
    public void run() {
        if (System.nanoTime() - restsUntil < 0) {
            return;
        }
        Due due = due();
        while (due != null && leases.hold(LEASE)) {
            long start = System.nanoTime();
            measure(due);
            long took = System.nanoTime() - start;
            if (took > NANOS_PER_SECOND / REST_PER_SAMPLE) {
                restsUntil = System.nanoTime() + took * REST_PER_SAMPLE;
                return;
            }
            due = due();
        }
    }

    private @Nullable Due due() {
        return database.read(connection -> {
            try (PreparedStatement select = connection.prepareStatement(DUE)) {
                select.setDouble(1, APART_SECONDS);
                select.setDouble(2, TableCounting.SETTLED_AFTER_SECONDS);
                try (ResultSet row = select.executeQuery()) {
                    return row.next()
                            ? new Due(
                                    row.getInt(1),
                                    new TableAddress(
                                            new AccountId(row.getString(2)),
                                            new Region(row.getString(3)),
                                            row.getString(4)))
                            : null;
                }
            }
        });
    }

    /** What is written from the claim on is told after it, and makes for another sample. */
    private void measure(Due due) {
        database.write(connection -> {
            try (PreparedStatement claim = connection.prepareStatement(CLAIM)) {
                claim.setInt(1, due.storageId());
                return claim.executeUpdate();
            }
        });
        TableDefinition table = catalog.find(due.address());
        if (table != null && table.storageId() == due.storageId()) {
            List<IndexPlan> partial = TablePlan.of(table).indexes().stream()
                    .filter(index -> !index.holdsAll())
                    .toList();
            samples.shares(table, partial).forEach((slot, share) -> catalog.measured(table, slot, share));
        }
    }
}
