package org.extenddb.console.table;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.extenddb.admin.BackfillProgress;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;

/** Indexes being built of tables that the reader was just shown. */
@ApplicationScoped
public class Builds {
    private final BackfillProgress progress;
    private final ConsoleSession session;

    @SuppressWarnings({"NullAway", "unused"})
    protected Builds() {
        this(null, null);
    }

    @Inject
    public Builds(BackfillProgress progress, ConsoleSession session) {
        this.progress = progress;
        this.session = session;
    }

    /** Items looked at so far, by the index's name. */
    Map<String, Long> itemsDone(String table) {
        return progress.itemsDone(
                new TableAddress(new AccountId(session.getAccount()), new Region(session.getRegion()), table));
    }
}
