package org.extenddb.console.value;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What makes one item out of another, attribute by attribute.
 *
 * @param changes in the order of the old item, new attributes last
 */
public record ItemDifference(List<Change> changes) implements Serializable {
    public ItemDifference {
        changes = List.copyOf(changes);
    }

    /**
     * One attribute.
     *
     * @param before null when it is new
     * @param after null when it goes
     */
    public record Change(
            String name, @Nullable String before, @Nullable String after) implements Serializable {
        public String getName() {
            return name;
        }

        public @Nullable String getBefore() {
            return before;
        }

        public @Nullable String getAfter() {
            return after;
        }

        /** {@code added}, {@code removed} or {@code changed}. */
        public String getKind() {
            return before == null ? "added" : after == null ? "removed" : "changed";
        }
    }

    public static ItemDifference between(JsonObject before, JsonObject after) {
        Set<String> names = new LinkedHashSet<>(before.keySet());
        names.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String name : names) {
            @Nullable JsonValue was = before.get(name);
            @Nullable JsonValue is = after.get(name);
            if (was == null || !was.equals(is)) {
                changes.add(new Change(name, text(was), text(is)));
            }
        }
        return new ItemDifference(changes);
    }

    private static @Nullable String text(@Nullable JsonValue value) {
        return value == null ? null : value.toString();
    }

    public List<Change> getChanges() {
        return changes;
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }
}
