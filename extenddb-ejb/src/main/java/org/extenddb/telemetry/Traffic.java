package org.extenddb.telemetry;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.extenddb.cdi.SingleInstance;
import org.jspecify.annotations.Nullable;

/**
 * Counts and times requests by operation and by table, for people who look at this server: metrics have no labels of tables, of
 * which there may be any number. Here they are bounded: tables beyond the
 * first thousand that were used are not counted.
 */
@SingleInstance
public final class Traffic implements RequestObserver {
    private static final int MOST_TABLES = 1_000;
    private static final String TABLE = ":table/";
    private static final String DYNAMODB = "dynamodb";

    private final Map<String, Tally> operations = new ConcurrentHashMap<>();
    private final Map<String, Tally> tables = new ConcurrentHashMap<>();

    @Override
    public void answered(AnsweredRequest request) {
        if (request.operation() != null) {
            operations.computeIfAbsent(request.operation(), any -> new Tally()).add(request);
        }
        if (DYNAMODB.equals(request.service()) && !request.accesses().isEmpty()) {
            String table = table(request.accesses().get(0).resource());
            if (table != null) {
                count(table, request);
            }
        }
    }

    private void count(String table, AnsweredRequest request) {
        Tally tally = tables.get(table);
        if (tally == null && request.error() == null && tables.size() < MOST_TABLES) {
            tally = tables.computeIfAbsent(table, any -> new Tally());
        }
        if (tally != null) {
            tally.add(request);
        }
    }

    /** The table that an ARN is of: of itself, an index, a stream or a backup; null where it is of none. */
    static @Nullable String table(String arn) {
        int at = arn.indexOf(TABLE);
        if (at < 0 || arn.endsWith("*")) {
            return null;
        }
        int end = arn.indexOf('/', at + TABLE.length());
        return end < 0 ? arn : arn.substring(0, end);
    }

    /** The busiest first. */
    public List<TrafficTotals> byOperation() {
        return sorted(operations);
    }

    /** The busiest first. */
    public List<TrafficTotals> byTable(int most) {
        return sorted(tables).stream().limit(most).toList();
    }

    /** Of one table; all zero where nobody has asked for it. */
    public TrafficTotals ofTable(String arn) {
        Tally tally = tables.get(arn);
        return tally == null ? new TrafficTotals(arn, 0, 0, 0, 0, 0) : tally.totals(arn);
    }

    private static List<TrafficTotals> sorted(Map<String, Tally> tallies) {
        return tallies.entrySet().stream()
                .map(each -> each.getValue().totals(each.getKey()))
                .sorted(Comparator.comparingLong(TrafficTotals::requests).reversed())
                .toList();
    }
}
