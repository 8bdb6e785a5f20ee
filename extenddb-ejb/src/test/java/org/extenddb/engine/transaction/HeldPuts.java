package org.extenddb.engine.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.NewItem;
import org.extenddb.core.storage.StoredItem;
import org.extenddb.core.storage.TableLayout;
import org.extenddb.core.storage.contract.Backend;
import org.jspecify.annotations.Nullable;

/** A transaction that puts items into the table {@code hash} and stops in the middle: it has them, and has written none. */
final class HeldPuts implements AutoCloseable {
    private static final TableAddress TABLE =
            new TableAddress(new AccountId("000000000000"), new Region("eu-west-1"), "hash");

    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch goOn = new CountDownLatch(1);
    private final CompletableFuture<AtomicResult> end;

    private HeldPuts(Backend backend, List<String> keys) {
        TableDefinition table = Objects.requireNonNull(backend.tables().find(TABLE));
        List<AddressedMutation> puts = keys.stream()
                .map(pk -> new AddressedMutation(
                        new ItemAddress(
                                TableLayout.of(table),
                                ItemKeys.of(table.keySchema(), Map.of("pk", new StringValue(pk)))),
                        new SlowPut(pk)))
                .toList();
        end = CompletableFuture.supplyAsync(() -> backend.items().mutateAll(puts, null));
    }

    static HeldPuts of(Backend backend, String pk, int others) {
        return new HeldPuts(
                backend,
                IntStream.rangeClosed(0, others)
                        .mapToObj(i -> i == 0 ? pk : pk + "-" + i)
                        .toList());
    }

    void awaitMiddle() throws InterruptedException {
        assertThat(begun.await(30, TimeUnit.SECONDS)).isTrue();
    }

    private final class SlowPut implements ItemMutation {
        private final byte[] json;

        private SlowPut(String pk) {
            json = ("{\"pk\":{\"S\":\"" + pk + "\"}}").getBytes(StandardCharsets.UTF_8);
        }

        @Override
        public Reads reads() {
            return Reads.CURRENT;
        }

        @Override
        public Change apply(@Nullable StoredItem current) {
            begun.countDown();
            try {
                assertThat(goOn.await(30, TimeUnit.SECONDS)).isTrue();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return new Change.Write(new NewItem(json, json.length, null, List.of()));
        }
    }

    /** Lets the transaction commit. */
    @Override
    public void close() {
        goOn.countDown();
        assertThat(end.join()).isInstanceOf(AtomicResult.Applied.class);
    }
}
