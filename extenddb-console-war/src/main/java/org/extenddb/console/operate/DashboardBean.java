package org.extenddb.console.operate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.console.value.ByteCount;
import org.extenddb.telemetry.StorageFigures;
import org.extenddb.telemetry.TableSize;
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
    private final ConsoleSession session;
    private final List<Sample> samples = new ArrayList<>();
    private boolean tabular;
    private long lastNanos;
    private long lastRequests;
    private long lastErrors;
    private int looks;
    private long bytes;
    private long tablesKept;
    private long items;
    private List<TrafficTotals> operations = List.of();
    private List<TrafficTotals> tables = List.of();
    private List<TableSize> largest = List.of();

    @SuppressWarnings({"NullAway", "unused"})
    protected DashboardBean() {
        this.figures = null;
        this.session = null;
    }

    @Inject
    public DashboardBean(ServerFigures figures, ConsoleSession session) {
        this.figures = figures;
        this.session = session;
    }

    /** Looks at the counters. */
    public void look() {
        if (!isAllowed()) {
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
            samples.add(new Sample(
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    (requests - lastRequests) / seconds,
                    (failed - lastErrors) / seconds));
            if (samples.size() > POINTS) {
                samples.remove(0);
            }
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
        largest = figures.largest(TABLES);
    }

    public List<TrafficTotals> getOperations() {
        return operations;
    }

    /** The busiest ones, of all accounts. */
    public List<TrafficTotals> getTables() {
        return tables;
    }

    public String getRequestLine() {
        return Sparkline.points(rates(), POINTS, getTop());
    }

    public String getErrorLine() {
        return Sparkline.points(samples.stream().map(Sample::errors).toList(), POINTS, getTop());
    }

    private List<Double> rates() {
        return samples.stream().map(Sample::rate).toList();
    }

    public double getRate() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).rate();
    }

    public double getErrorRate() {
        return samples.isEmpty() ? 0 : samples.get(samples.size() - 1).errors();
    }

    /** What stands beside the top of the chart. */
    public double getTop() {
        return Sparkline.top(rates());
    }

    /** The latest first. */
    public List<Sample> getSamples() {
        List<Sample> latest = new ArrayList<>(samples);
        Collections.reverse(latest);
        return latest;
    }

    /** The tables that keep most, of all accounts. */
    public List<TableSize> getLargest() {
        return largest;
    }

    /** Whether figures are shown as tables, and not as charts. */
    public boolean isTabular() {
        return tabular;
    }

    public void setTabular(boolean tabular) {
        this.tabular = tabular;
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
        return session.isAdministrator();
    }

    /** Memory in use, for people. */
    public String getMemory() {
        Runtime runtime = Runtime.getRuntime();
        long used = runtime.totalMemory() - runtime.freeMemory();
        return used / (1 << 20) + " / " + runtime.maxMemory() / (1 << 20) + " MB";
    }
}
