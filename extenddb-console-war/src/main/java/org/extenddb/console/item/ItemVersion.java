package org.extenddb.console.item;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.admin.AttributeDifference;
import org.extenddb.admin.DescribedVersion;
import org.extenddb.console.value.ItemDifference;
import org.extenddb.console.value.JsonText;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.wire.ItemJson;
import org.jspecify.annotations.Nullable;

/**
 * What an item was for some time.
 *
 * @param since null when that was before the past is known
 * @param text DynamoDB's JSON; empty where there was no item
 * @param expired whether it went because its time to live was over
 * @param changes from the version before
 */
public record ItemVersion(@Nullable Instant since, String text, boolean expired, List<ItemDifference.Change> changes)
        implements Serializable {
    public ItemVersion {
        changes = List.copyOf(changes);
    }

    /** Whether there was none before, as far as is known. */
    public boolean created() {
        return !text.isEmpty()
                && changes.stream().allMatch(change -> change.before() == null)
                && (changes.isEmpty() || changes.size() == JsonText.parse(text).size());
    }

    static ItemVersion of(DescribedVersion version) {
        return new ItemVersion(
                version.since(),
                version.item() == null
                        ? ""
                        : JsonText.parse(ItemJson.write(version.item())).toString(),
                version.expired(),
                version.differences().stream().map(ItemVersion::change).toList());
    }

    private static ItemDifference.Change change(AttributeDifference difference) {
        return new ItemDifference.Change(difference.attribute(), text(difference.before()), text(difference.after()));
    }

    private static @Nullable String text(@Nullable AttributeValue value) {
        return value == null
                ? null
                : JsonText.parse(ItemJson.write(Map.of("v", value)))
                        .getJsonObject("v")
                        .toString();
    }
}
