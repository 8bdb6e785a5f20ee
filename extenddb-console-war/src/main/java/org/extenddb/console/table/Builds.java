package org.extenddb.console.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.extenddb.admin.BackfillProgress;
import org.extenddb.console.session.Places;

/** Indexes being built of tables that the reader was just shown. */
@ApplicationScoped
public class Builds {
    private final BackfillProgress progress;
    private final Places places;

    @SuppressWarnings({"NullAway", "unused"})
    protected Builds() {
        this(null, null);
    }

    @Inject
    public Builds(BackfillProgress progress, Places places) {
        this.progress = progress;
        this.places = places;
    }

    /** Items looked at so far, by the index's name. */
    Map<String, Long> itemsDone(String table) {
        return progress.itemsDone(places.current().table(table));
    }
}
