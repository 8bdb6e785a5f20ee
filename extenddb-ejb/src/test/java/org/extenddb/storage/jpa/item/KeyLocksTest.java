package org.extenddb.storage.jpa.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.LongStream;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.PartitionHash;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;

class KeyLocksTest {
    private static final ItemAddress ITEM = new ItemAddress(
            new TableLayout(1, 0, List.of()), new ItemKey(PartitionHash.fromUuid(new UUID(1, 2)), ByteString.EMPTY));

    @Test
    void holding_heldByAnotherForTooLong_givesUpAndCanBeTakenLater() throws InterruptedException {
        KeyLocks locks = new KeyLocks(Duration.ofMillis(50));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> holder = CompletableFuture.supplyAsync(() -> locks.holding(ITEM, () -> {
            held.countDown();
            return await(end);
        }));
        held.await();

        assertThatThrownBy(() -> locks.holding(ITEM, () -> true)).isInstanceOf(StorageUnavailableException.class);
        end.countDown();

        assertThat(holder.join()).isTrue();
        assertThat(locks.holding(ITEM, () -> true)).isTrue();
    }

    @Test
    void holding_workBeforeInVain_isNotBegunByThoseQueued() throws InterruptedException {
        KeyLocks locks = new KeyLocks(Duration.ofSeconds(20));
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        AtomicInteger begun = new AtomicInteger();
        CompletableFuture<Boolean> holder = CompletableFuture.supplyAsync(() -> locks.<Boolean>holding(ITEM, () -> {
            held.countDown();
            await(end);
            return null;
        }));
        held.await();
        CompletableFuture<Integer> queued = queued(() -> locks.holding(ITEM, begun::incrementAndGet));
        end.countDown();

        assertThat(holder.join()).isNull();
        assertThat(queued.join()).isNull();
        assertThat(begun).hasValue(0);
        assertThat(locks.holding(ITEM, begun::incrementAndGet)).isEqualTo(1);
    }

    /** Nobody holds that one: its write must not be refused as if a transaction did. */
    @Test
    void holding_workOnAnotherItemBeforeInVain_isBegun() throws InterruptedException {
        KeyLocks locks = new KeyLocks(Duration.ofSeconds(20));
        ItemAddress other = LongStream.iterate(3, low -> low + 1)
                .mapToObj(low -> new ItemAddress(
                        ITEM.table(), new ItemKey(PartitionHash.fromUuid(new UUID(1, low)), ByteString.EMPTY)))
                .filter(address -> KeyLocks.stripe(address) == KeyLocks.stripe(ITEM))
                .findFirst()
                .orElseThrow();
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        CompletableFuture<Boolean> holder = CompletableFuture.supplyAsync(() -> locks.<Boolean>holding(ITEM, () -> {
            held.countDown();
            await(end);
            return null;
        }));
        held.await();
        CompletableFuture<Boolean> queued = queued(() -> locks.holding(other, () -> true));
        end.countDown();

        assertThat(holder.join()).isNull();
        assertThat(queued.join()).isTrue();
    }

    /** Returns when the work waits for the lock. */
    private static <T> CompletableFuture<T> queued(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Thread thread = new Thread(() -> done.complete(work.get()));
        thread.start();
        while (thread.getState() != Thread.State.TIMED_WAITING) {
            Thread.onSpinWait();
        }
        return done;
    }

    private static boolean await(CountDownLatch latch) {
        try {
            latch.await();
            return true;
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
