package org.extenddb.console.operate;

import jakarta.faces.view.ViewScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import org.extenddb.console.table.TableBean;
import org.extenddb.telemetry.TrafficTotals;
import org.jspecify.annotations.Nullable;

/** How busy a table is on this server, looked at every few seconds. */
@Named("traffic")
@ViewScoped
public class TableTrafficBean implements Serializable {
    private static final int POINTS = 60;

    private final TableBean table;
    private final ServerFigures figures;
    private final List<Double> rates = new ArrayList<>();
    private long lastNanos;
    private long lastRequests;
    private @Nullable TrafficTotals totals;

    @SuppressWarnings({"NullAway", "unused"})
    protected TableTrafficBean() {
        this(null, null);
    }

    @Inject
    public TableTrafficBean(TableBean table, ServerFigures figures) {
        this.table = table;
        this.figures = figures;
    }

    /** Looks at the counters. */
    public void look() {
        TrafficTotals now = figures.ofTable(table.getArn());
        long nanos = System.nanoTime();
        if (lastNanos != 0) {
            rates.add((now.requests() - lastRequests) / ((nanos - lastNanos) / 1e9));
            if (rates.size() > POINTS) {
                rates.remove(0);
            }
        }
        lastNanos = nanos;
        lastRequests = now.requests();
        totals = now;
    }

    public TrafficTotals getTotals() {
        if (totals == null) {
            look();
        }
        return totals == null ? figures.ofTable(table.getArn()) : totals;
    }

    public String getLine() {
        return Sparkline.points(rates, POINTS, Sparkline.top(rates));
    }

    public double getRate() {
        return rates.isEmpty() ? 0 : rates.get(rates.size() - 1);
    }

    /** What stands beside the top of the chart. */
    public double getTop() {
        return Sparkline.top(rates);
    }
}
