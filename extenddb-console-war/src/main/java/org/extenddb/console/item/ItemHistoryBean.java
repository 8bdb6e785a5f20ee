package org.extenddb.console.item;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.message.Notices;
import org.extenddb.console.value.JsonText;
import org.jspecify.annotations.Nullable;

/** What the item in the editor was before, where its table keeps the past. */
@Named("history")
@ViewScoped
public class ItemHistoryBean implements Serializable {
    private static final int PAGE = 20;

    private final ItemPast past;
    private final Notices notices;
    private @Nullable List<ItemVersion> versions;
    private boolean more;

    @SuppressWarnings({"NullAway", "unused"})
    protected ItemHistoryBean() {
        this(null, null);
    }

    @Inject
    public ItemHistoryBean(ItemPast past, Notices notices) {
        this.past = past;
        this.notices = notices;
    }

    /** Reads the latest versions. */
    public void open(String table, String key) {
        versions = new ArrayList<>();
        read(table, key);
    }

    /** Reads the versions before those that are shown. */
    public void read(String table, String key) {
        List<ItemVersion> known = versions == null ? new ArrayList<>() : versions;
        notices.attempt(() -> {
            List<ItemVersion> page = past.versions(
                    table,
                    JsonText.parse(key),
                    known.isEmpty() ? null : known.get(known.size() - 1).since(),
                    PAGE);
            more = page.size() == PAGE && page.get(page.size() - 1).since() != null;
            known.addAll(page);
        });
        versions = known;
    }

    public boolean isOpen() {
        return versions != null;
    }

    public List<ItemVersion> getVersions() {
        return versions == null ? List.of() : versions;
    }

    public boolean isMore() {
        return more;
    }
}
