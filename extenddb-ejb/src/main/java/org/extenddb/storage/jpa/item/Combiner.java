package org.extenddb.storage.jpa.item;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.extenddb.core.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/**
 * Lets threads that want the same kind of thing at the same time have it done by one of them for all: while a few batches are
 * under way, whoever comes next waits, and the first to find a lane free takes along everybody who waits. There is no thread
 * of its own and no waiting for company: a single caller goes ahead at once.
 *
 * @param <T> a task, which carries its own outcome
 */
final class Combiner<T> {
    private final int maxBatch;
    private final Consumer<List<T>> work;
    private final Semaphore lanes;
    private final Queue<Entry<T>> waiting = new ConcurrentLinkedQueue<>();

    /**
     * @param lanes how many batches may be under way at once
     * @param work does a batch, in the order of arrival; what it throws ends every caller of the batch
     */
    Combiner(int lanes, int maxBatch, Consumer<List<T>> work) {
        this.lanes = new Semaphore(lanes);
        this.maxBatch = maxBatch;
        this.work = work;
    }

    private static final class Entry<T> {
        final T task;
        final Thread thread = Thread.currentThread();

        /** Written before {@link #done}. */
        @Nullable
        Throwable failure;

        volatile boolean done;

        Entry(T task) {
            this.task = task;
        }
    }

    /** Returns when the task is done, by this thread or another. Interruption does not end the wait: the task may be under way. */
    void perform(T task) {
        Entry<T> entry = new Entry<>(task);
        waiting.add(entry);
        boolean interrupted = false;
        while (!entry.done) {
            if (lanes.tryAcquire()) {
                lead();
            } else {
                LockSupport.park(this);
                interrupted |= Thread.interrupted();
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        if (entry.failure != null) {
            throw new StorageUnavailableException(String.valueOf(entry.failure.getMessage()), entry.failure);
        }
    }

    /** How many tasks no batch has taken yet. */
    int waiting() {
        return waiting.size();
    }

    /** Does one batch. Whoever could not get this lane is in the queue since, so its head is woken to lead the next one. */
    private void lead() {
        try {
            performBatch();
        } finally {
            lanes.release();
            Entry<T> next = waiting.peek();
            if (next != null) {
                LockSupport.unpark(next.thread);
            }
        }
    }

    private void performBatch() {
        List<Entry<T>> batch = new ArrayList<>();
        for (Entry<T> entry = waiting.poll(); entry != null; entry = batch.size() < maxBatch ? waiting.poll() : null) {
            batch.add(entry);
        }
        if (batch.isEmpty()) {
            return;
        }
        Throwable failure = failure(batch.stream().map(entry -> entry.task).toList());
        for (Entry<T> entry : batch) {
            entry.failure = failure;
            entry.done = true;
            LockSupport.unpark(entry.thread);
        }
    }

    /** Nobody may be left waiting, so an error counts like an exception. */
    private @Nullable Throwable failure(List<T> tasks) {
        try {
            work.accept(tasks);
            return null;
        } catch (RuntimeException | Error e) {
            return e;
        }
    }
}
