package org.extenddb.worker.transfer;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import org.extenddb.core.api.transfer.ImportCheckpoint;
import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.job.Job;
import org.extenddb.core.job.JobProgress;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.storage.ItemStore;
import org.extenddb.engine.data.TablePlan;
import org.extenddb.transfer.format.RecordReader;
import org.extenddb.transfer.format.RecordReader.Entry;
import org.extenddb.worker.job.JobControl;
import org.jspecify.annotations.Nullable;

/**
 * What an import does in one turn: objects in the order of their keys, and of each its records. A checkpoint names the last object that
 * is done and how many records of the next are; they are read over where another server goes on.
 */
final class ImportSlice {
    private static final Logger LOG = System.getLogger(ImportSlice.class.getName());
    private static final int PAGE = 1_000;

    /** Of one job, on one server: the log is no place for the input. */
    private static final int LOGGED_ERRORS = 20;

    private static final long CHECKPOINT_NANOS = 2_000_000_000L;

    private final ObjectStore store;
    private final Job job;
    private final ImportSpec spec;
    private final TablePlan plan;
    private final JobControl control;
    private final ImportBatch batch;
    private ImportCheckpoint at;
    private long checkpointDue = System.nanoTime() + CHECKPOINT_NANOS;
    private int logged;

    /** Of the object that is being read. */
    private long records;

    /** What of its content is in the counts. */
    private long countedBytes;

    private Counts counts;

    ImportSlice(ObjectStore store, ItemStore items, Job job, TablePlan plan, JobControl control) {
        this.store = store;
        this.job = job;
        this.spec = ImportSpec.ofJson(job.spec());
        this.plan = plan;
        this.control = control;
        this.batch = new ImportBatch(items, plan);
        this.at = ImportCheckpoint.ofJson(job.checkpoint());
        this.counts = at.counts();
    }

    /** Whether all objects are done. */
    boolean run() throws IOException {
        while (control.goesOn()) {
            List<ObjectInfo> page = store.list(spec.bucket(), spec.prefix(), at.after(), PAGE);
            if (page.isEmpty()) {
                return true;
            }
            for (ObjectInfo object : page) {
                if (!isFolder(object) && !read(object)) {
                    return false;
                }
                keep(new ImportCheckpoint(object.key(), 0, counts));
                if (!control.goesOn()) {
                    return false;
                }
            }
        }
        return false;
    }

    /** Whether nothing is left to do after the last checkpoint. */
    boolean isDone() throws IOException {
        return store.list(spec.bucket(), spec.prefix(), at.after(), 1).isEmpty();
    }

    /** Whether the bucket was there, and something in it. */
    boolean hasRead() {
        return at.after() != null || records > 0;
    }

    Counts counts() {
        return counts;
    }

    /** S3's consoles make an empty object for a folder. */
    private static boolean isFolder(ObjectInfo object) {
        return object.size() == 0 && object.key().endsWith("/");
    }

    /** False when it is not done, but time is up. */
    private boolean read(ObjectInfo object) throws IOException {
        records = 0;
        boolean done = true;
        InputObject opened = open(object);
        if (opened != null) {
            try (InputObject input = opened) {
                done = readRecords(input, object);
            }
            write();
        }
        return done;
    }

    private @Nullable InputObject open(ObjectInfo object) throws IOException {
        try {
            return InputObject.open(store, object.key(), spec, plan.definition());
        } catch (ObjectStoreException e) {
            throw e;
        } catch (IOException e) {
            error(object, "the object cannot be read: " + e.getMessage());
            return null;
        }
    }

    private boolean readRecords(InputObject input, ObjectInfo object) throws IOException {
        countedBytes = 0;
        boolean done = true;
        try {
            skip(input, at.records());
            countedBytes = input.bytes();
            Entry entry = input.next();
            while (entry != null && done) {
                take(entry, object);
                done = !batch.isFull() || writeAndGoOn(input);
                entry = done ? input.next() : null;
            }
        } catch (ObjectStoreException e) {
            throw e;
        } catch (IOException e) {
            // What is left of it is given up.
            error(object, "the object cannot be read further: " + e.getMessage());
        }
        countBytes(input);
        return done;
    }

    /** False when time is up; then all that was done is noted. */
    private boolean writeAndGoOn(InputObject input) {
        write();
        boolean goesOn = control.goesOn();
        if (!goesOn || System.nanoTime() - checkpointDue > 0) {
            countBytes(input);
            keep(new ImportCheckpoint(at.after(), records, counts));
        }
        return goesOn;
    }

    private void skip(InputObject input, long done) throws IOException {
        while (records < done && input.next() != null) {
            records++;
        }
    }

    private void take(Entry entry, ObjectInfo object) {
        records++;
        counts = new Counts(counts.processed() + 1, counts.imported(), counts.errors(), counts.bytes());
        if (entry instanceof Entry.Attributes item) {
            try {
                batch.add(item.attributes());
            } catch (DynamoDbException e) {
                error(object, String.valueOf(e.getMessage()));
            }
        } else if (entry instanceof RecordReader.Entry.Invalid invalid) {
            error(object, invalid.reason());
        }
    }

    private void error(ObjectInfo object, @Nullable String reason) {
        counts = new Counts(counts.processed(), counts.imported(), counts.errors() + 1, counts.bytes());
        if (++logged <= LOGGED_ERRORS) {
            LOG.log(
                    Level.INFO,
                    "EXDB0351I: Import {0} leaves out record {1} of {2}: {3}",
                    job.id(),
                    records,
                    object.key(),
                    reason);
        }
    }

    private void countBytes(InputObject input) {
        long more = input.bytes() - countedBytes;
        countedBytes = input.bytes();
        counts = new Counts(counts.processed(), counts.imported(), counts.errors(), counts.bytes() + more);
    }

    private void write() {
        int written = batch.write();
        counts = new Counts(counts.processed(), counts.imported() + written, counts.errors(), counts.bytes());
    }

    private void keep(ImportCheckpoint checkpoint) {
        at = checkpoint;
        checkpointDue = System.nanoTime() + CHECKPOINT_NANOS;
        control.checkpoint(at.toJson(), new JobProgress(counts.processed(), 0, counts.bytes()));
    }
}
