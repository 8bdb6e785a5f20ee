package org.extenddb.engine.table;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTable;
import org.extenddb.core.model.TableClass;

/**
 * A change of a table's class, of which there may be two in thirty days.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ServiceQuotas.html">Quotas</a>
 */
final class TableClassChange {
    private static final int MOST = 2;
    private static final Duration WITHIN = Duration.ofDays(30);

    private TableClassChange() {}

    static TableClass changed(TableClass had, String wanted, Instant now) {
        List<Instant> recent = new ArrayList<>(had.changes());
        recent.removeIf(change -> change.isBefore(now.minus(WITHIN)));
        if (recent.size() >= MOST) {
            throw DynamoDbException.of(ErrorCode.LIMIT_EXCEEDED, MessagesTable.TABLE_CLASS_CHANGES);
        }
        if (wanted.equals(had.name() == null ? TableClass.STANDARD : had.name())) {
            return had;
        }
        recent.add(now);
        return new TableClass(wanted, recent);
    }
}
