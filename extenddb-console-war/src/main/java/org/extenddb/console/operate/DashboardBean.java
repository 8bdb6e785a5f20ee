package org.extenddb.console.operate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.console.value.ByteCount;
import org.extenddb.telemetry.StorageFigures;
import org.extenddb.telemetry.TrafficTotals;

/** How this server does: looks at the counters every few seconds while somebody looks at the page. */
@Named("dashboard")
@ViewScoped
public class DashboardBean implements Serializable {
    private static final int POINTS = 60;
    private static final int TABLES = 10;

    /** Looks between two at what is kept, which costs PostgreSQL more. */
    private static final int STORAGE_EVERY = 20;

    private final ServerFigures figures;
    private final boolean allowed;
    private final List<Double> rates = new ArrayList<>();
    private final List<Double> errors = new ArrayList<>();
    private long lastNanos;
    private long lastRequests;
    private long lastErrors;
    private int looks;
    private long bytes;
    private long tablesKept;
    private long items;
    private List<TrafficTotals> operations = List.of();
    private List<TrafficTotals> tables = List.of();

    @SuppressWarnings({"NullAway", "unused"})
    protected DashboardBean() {
        this.figures = null;
        this.allowed = false;
    }

    @Inject
    public DashboardBean(ServerFigures figures, ConsoleSession session) {
        this.figures = figures;
        this.allowed = session.isAdministrator();
    }

    /** Looks at the counters. */
    public void look() {
        if (!allowed) {
            return;
        }
        if (looks++ % STORAGE_EVERY == 0) {
            lookAtStorage();
        }
        operations = figures.byOperation();
        tables = figures.byTable(TABLES);
        long requests = operations.stream().mapToLong(TrafficTotals::requests).sum();
        long failed = operations.stream().mapToLong(TrafficTotals::failed).sum();
        long now = System.nanoTime();
        if (lastNanos != 0) {
            double seconds = (now - lastNanos) / 1e9;
            add(rates, (requests - lastRequests) / seconds);
            add(errors, (failed - lastErrors) / seconds);
        }
        lastNanos = now;
        lastRequests = requests;
        lastErrors = failed;
    }

    private void lookAtStorage() {
        StorageFigures kept = figures.storage();
        bytes = kept.bytes();
        tablesKept = kept.tables();
        items = kept.items();
    }

    private static void add(List<Double> series, double value) {
        series.add(value);
        if (series.size() > POINTS) {
            series.remove(0);
        }
    }

    public List<TrafficTotals> getOperations() {
        return operations;
    }

    /** The busiest ones, of all accounts. */
    public List<TrafficTotals> getTables() {
        return tables;
    }

    public String getRequestLine() {
        return Sparkline.points(rates, POINTS, Sparkline.top(rates));
    }

    public String getErrorLine() {
        return Sparkline.points(errors, POINTS, Sparkline.top(rates));
    }

    public double getRate() {
        return rates.isEmpty() ? 0 : rates.get(rates.size() - 1);
    }

    public double getErrorRate() {
        return errors.isEmpty() ? 0 : errors.get(errors.size() - 1);
    }

    /** What stands beside the top of the chart. */
    public double getTop() {
        return Sparkline.top(rates);
    }

    public String getProblem() {
        return figures.databaseProblem();
    }

    /** What the database takes on its disk. */
    public String getStorage() {
        return ByteCount.text(bytes);
    }

    public long getTablesKept() {
        return tablesKept;
    }

    /** As of the last counts. */
    public long getItems() {
        return items;
    }

    /** Requests that were refused for their rate since the start. */
    public long getThrottled() {
        return operations.stream().mapToLong(TrafficTotals::throttled).sum();
    }

    public boolean isAllowed() {
        return allowed;
    }

    /** Memory in use, for people. */
    public String getMemory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used / (1 << 20) + " / " + runtime.maxMemory() / (1 << 20) + " MB";
    }
}
