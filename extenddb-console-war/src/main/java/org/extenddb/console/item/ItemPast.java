package org.extenddb.console.item;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.admin.DescribedVersion;
import org.extenddb.admin.HistoryService;
import org.extenddb.console.session.AdminCalls;
import org.extenddb.console.session.Places;
import org.extenddb.console.value.Attributes;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.wire.Decoded;
import org.jspecify.annotations.Nullable;

/** What an item was, as whoever is signed in may know it. */
@ApplicationScoped
public class ItemPast {
    private final HistoryService history;
    private final AdminCalls calls;
    private final Places places;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemPast() {
        this(null, null, null);
    }

    @Inject
    public ItemPast(HistoryService history, AdminCalls calls, Places places) {
        this.history = history;
        this.calls = calls;
        this.places = places;
    }

    /**
     * The latest first.
     *
     * @param ended where the page before ended; null for the first page
     * @throws org.extenddb.admin.AdminException CONFLICT where the table keeps no past
     */
    List<ItemVersion> versions(String table, JsonObject key, @Nullable Instant ended, int limit) {
        Decoded<Map<String, AttributeValue>> decoded = Attributes.of(key);
        Map<String, AttributeValue> attributes = decoded == null ? null : decoded.value();
        TableAddress address = places.current().table(table);
        List<DescribedVersion> versions =
                history.versions(calls.current(), address, attributes == null ? Map.of() : attributes, ended, limit);
        return versions.stream().map(ItemVersion::of).toList();
    }
}
