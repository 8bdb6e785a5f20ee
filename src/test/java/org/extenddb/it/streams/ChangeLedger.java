package org.extenddb.it.streams;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.Record;
import software.amazon.awssdk.services.dynamodb.model.StreamRecord;

/**
 * What writers know of their writes, and what the stream told of the items. No value is ever written twice, so an item's records are in
 * order exactly when each begins with the value that the one before it ended with.
 */
final class ChangeLedger {
    private static final int SHOWN = 5;

    final Set<String> acknowledged = ConcurrentHashMap.newKeySet();

    /** Of writes that nobody answered: they took effect or not. */
    final Set<String> unknown = ConcurrentHashMap.newKeySet();

    /** What acknowledged deletes have deleted. */
    final Set<String> deleted = ConcurrentHashMap.newKeySet();

    final AtomicLong unknownDeletes = new AtomicLong();

    /** Values that one transaction writes, and nobody answered it. */
    final Queue<List<String>> unknownTransactions = new ConcurrentLinkedQueue<>();

    /** What no client may ever see. */
    final Queue<String> wrongs = new ConcurrentLinkedQueue<>();

    private final Map<String, String> last = new HashMap<>();
    private final Set<String> told = new HashSet<>();
    private final Set<String> toldDeleted = new HashSet<>();

    /** Takes the stream's next record. */
    synchronized void tell(Record change) {
        StreamRecord record = change.dynamodb();
        String pk = record.keys().get("pk").s();
        String before = value(record.hasOldImage() ? record.oldImage() : null);
        String after = value(record.hasNewImage() ? record.newImage() : null);
        String was = after == null ? last.remove(pk) : last.put(pk, after);
        if (before == null ? was != null : !before.equals(was)) {
            wrongs.add(pk + " was " + was + " and is told to have been " + before + " before it was " + after);
        }
        if (after == null) {
            toldDeleted.add(String.valueOf(before));
        } else if (!told.add(after)) {
            wrongs.add(after + " is told twice");
        }
    }

    /**
     * The reckoning, when the stream has been read to its end.
     *
     * @param items as they are now, with their values
     */
    synchronized void assertComplete(Map<String, String> items) {
        assertThat(wrongs.stream().limit(SHOWN)).isEmpty();
        assertThat(last).isEqualTo(items);
        assertThat(acknowledged).isNotEmpty();
        assertNoneOf("acknowledged and not told", acknowledged, told);
        Set<String> possible = new HashSet<>(acknowledged);
        possible.addAll(unknown);
        assertNoneOf("told and never written", told, possible);
        assertNoneOf("deleted and not told", deleted, toldDeleted);
        if (unknownDeletes.get() == 0) {
            assertNoneOf("told as deleted and never deleted", toldDeleted, deleted);
        }
        for (List<String> values : unknownTransactions) {
            assertThat(values.stream().map(told::contains).distinct())
                    .as("%s of one transaction", values)
                    .hasSize(1);
        }
    }

    private static void assertNoneOf(String what, Set<String> all, Set<String> but) {
        assertThat(all.stream().filter(value -> !but.contains(value)).limit(SHOWN))
                .as(what)
                .isEmpty();
    }

    static @Nullable String value(@Nullable Map<String, AttributeValue> item) {
        return item == null || item.isEmpty() ? null : item.get("v").s();
    }

    @Override
    public String toString() {
        return told.size() + " values and " + toldDeleted.size() + " deletes told, " + acknowledged.size() + " and "
                + deleted.size() + " acknowledged, " + unknown.size() + " and " + unknownDeletes.get() + " unanswered";
    }
}
