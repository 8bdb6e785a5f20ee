package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.StreamRecord;
import org.extenddb.core.storage.TableChangedException;
import org.extenddb.core.storage.TableLayout;
import org.junit.jupiter.api.Test;

/** What a stream tells while everybody writes, reads and closes shards: whoever overtakes whom, each change once and in order. */
public abstract class StreamLoadContract extends StreamedTables {
    private static final int LARGE_PAGE = 200;
    private static final int MOST_WRITES = 20_000;
    private static final String SOAK_SECONDS = "extenddb.soak.seconds";

    /** Every kind of write of few items, with readers and rotation meanwhile: the records of an item form one chain. */
    @Test
    void writersReaderAndRotation_everyChangeOnceAndInOrder() {
        TableDefinition table = streamed(StreamViewType.NEW_AND_OLD_IMAGES);
        TableLayout layout = TableLayout.of(table);
        long end = System.nanoTime()
                + Duration.ofSeconds(Long.getLong(SOAK_SECONDS, 3)).toNanos();
        int writers = 6;
        AtomicInteger running = new AtomicInteger(writers);
        StreamReader reader = new StreamReader(streams(), stream(table).id(), LARGE_PAGE);
        List<Integer> counts = concurrently(writers + 2, thread -> () -> {
            if (thread < writers) {
                int writes = writeUntil(end, layout, thread);
                running.decrementAndGet();
                return writes;
            }
            while (running.get() > 0) {
                if (thread == writers) {
                    reader.turn();
                } else {
                    Thread.sleep(50);
                    streams().rotate(Duration.ofMillis(200));
                }
            }
            return 0;
        });

        assertThat(counts.stream().mapToInt(Integer::intValue).sum()).isPositive();
        assertChains(reader.all(), layout);
        assertThat(streams().shards(stream(table).id())).hasSizeGreaterThan(8);
    }

    /** Enabled under load: what is recorded is the item's whole history from some moment on. */
    @Test
    void enable_whileOthersWrite_losesNothingAfterwards() {
        TableDefinition table = create();
        AtomicInteger running = new AtomicInteger(4);
        TableDefinition[] enabled = new TableDefinition[1];
        concurrently(5, thread -> () -> {
            if (thread == 4) {
                Thread.sleep(50);
                enabled[0] = enable(table, StreamViewType.NEW_AND_OLD_IMAGES);
                Thread.sleep(50);
                running.set(0);
            }
            Random random = new Random(thread);
            for (int i = 0; thread < 4 && running.get() > 0 && i < MOST_WRITES; i++) {
                TableLayout layout =
                        TableLayout.of(Objects.requireNonNull(backend().tables().find(table.address())));
                try {
                    write(layout, thread + "-" + i, random);
                } catch (TableChangedException e) {
                    continue;
                }
            }
            return null;
        });

        List<StreamRecord> records = all(enabled[0]);
        assertThat(records).isNotEmpty();
        Map<String, String> last = new HashMap<>();
        for (StreamRecord record : records) {
            String before = last.put(name(record), text(record.newImage()));
            assertThat(before == null || before.equals(text(record.oldImage())))
                    .as("after %s comes %s", before, text(record.oldImage()))
                    .isTrue();
        }
        TableLayout layout = TableLayout.of(enabled[0]);
        last.forEach((name, text) -> assertThat(text).isEqualTo(there(address(layout, "p" + name.charAt(1), name))));
    }

    private int writeUntil(long end, TableLayout layout, int thread) {
        Random random = new Random(thread);
        int writes = 0;
        while (System.nanoTime() - end < 0 && (writes < MOST_WRITES || Long.getLong(SOAK_SECONDS) != null)) {
            write(layout, thread + "-" + writes++, random);
        }
        return writes;
    }

    private void write(TableLayout layout, String value, Random random) {
        String name = "i" + random.nextInt(8);
        ItemAddress one = address(layout, "p" + name.charAt(1), name);
        Reads reads = List.of(Reads.NOTHING, Reads.PREVIOUS, Reads.CURRENT).get(random.nextInt(3));
        switch (random.nextInt(5)) {
            case 0 -> items().mutate(one, Mutations.remove(reads));
            case 1 -> items().mutateEach(several(layout, value, random));
            case 2 -> {
                AtomicResult result = items().mutateAll(several(layout, value, random));
                assertThat(result).isNotInstanceOf(AtomicResult.Refused.class);
            }
            default -> items().mutate(one, Mutations.put(reads, Samples.item(name + ":" + value)));
        }
    }

    private static List<AddressedMutation> several(TableLayout layout, String value, Random random) {
        int from = random.nextInt(8);
        return IntStream.range(from, from + 3)
                .mapToObj(i -> "i" + i % 8)
                .map(name -> at(
                        address(layout, "p" + name.charAt(1), name),
                        random.nextInt(4) == 0
                                ? Mutations.remove(Reads.NOTHING)
                                : Mutations.put(Samples.item(name + ":" + value))))
                .toList();
    }

    /** From absent to what there is now, each record going on where the last one of the item ended. */
    private void assertChains(List<StreamRecord> records, TableLayout layout) {
        Map<String, String> last = new HashMap<>();
        Map<Long, StreamRecord> bySequence = new HashMap<>();
        for (StreamRecord record : records) {
            assertThat(bySequence.put(record.sequence(), record)).isNull();
            String before = last.put(name(record), text(record.newImage()));
            assertThat(text(record.oldImage())).isEqualTo(before == null ? "" : before);
        }
        last.forEach((name, text) -> assertThat(text).isEqualTo(there(address(layout, "p" + name.charAt(1), name))));
        assertThat(last).hasSize(8);
    }
}
