package org.extenddb.admin;

import java.util.Map;
import org.extenddb.core.model.TableAddress;

/** How far indexes are that are being built. A bean of storage. */
public interface BackfillProgress {
    /**
     * The items that were looked at so far for each index of a table that is being built, by the index's name. Whoever asks makes
     * sure that the reader may describe the table.
     */
    Map<String, Long> itemsDone(TableAddress table);
}
