package org.extenddb.worker.transfer;

import java.time.Instant;
import java.util.Objects;
import org.extenddb.core.api.transfer.ExportCheckpoint;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.storage.HistoryStore;
import org.extenddb.core.storage.HistoryStore.Cut;
import org.extenddb.storage.jpa.history.ItemChanges;
import org.extenddb.storage.jpa.history.TableCopy;
import org.extenddb.storage.jpa.sql.Database;
import org.jspecify.annotations.Nullable;

/** Finds the state, or the two states, that an export is about. */
final class ExportStates {
    /** Times of changes have no finer parts. */
    private static final long MICROSECOND = 1_000;

    private final Database database;
    private final HistoryStore history;
    private final ExportSpec spec;

    ExportStates(Database database, HistoryStore history, ExportSpec spec) {
        this.database = database;
        this.history = history;
        this.spec = spec;
    }

    /** The state at the end: of an incremental export just before it. Null while writers are in the way. */
    @Nullable
    Cut end() {
        return history.cut(spec.storageId(), endTime());
    }

    /** The state that an incremental export begins at; 0 for others, null while writers are in the way. */
    @Nullable
    Long beginning() {
        if (!spec.isIncremental()) {
            return 0L;
        }
        Cut cut = history.cut(spec.storageId(), beginningTime());
        return cut == null ? null : cut.sequence();
    }

    ExportedState state(ExportCheckpoint at) {
        Instant now = history.now();
        if (spec.isIncremental()) {
            Cut from = new Cut(at.from(), beginningTime());
            return new ChangedState(
                    new ItemChanges(database, spec.storageId(), from, new Cut(at.cut(), endTime()), now), spec);
        }
        return new FullState(
                new TableCopy(database, spec.storageId(), new Cut(at.cut(), endTime()), now), spec.isIon());
    }

    private Instant endTime() {
        return spec.isIncremental() ? spec.time().minusNanos(MICROSECOND) : spec.time();
    }

    private Instant beginningTime() {
        return Objects.requireNonNull(
                        Objects.requireNonNull(spec.request().incremental()).from())
                .minusNanos(MICROSECOND);
    }
}
