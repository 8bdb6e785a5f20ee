package org.extenddb.console.operate;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.extenddb.console.value.ByteCount;
import org.extenddb.console.value.ShortArn;
import org.extenddb.telemetry.TableSize;
import org.extenddb.telemetry.TrafficTotals;

/** The dashboard's figures as bars. */
@Named("charts")
@RequestScoped
public class ChartsBean {
    private final DashboardBean dashboard;

    @SuppressWarnings({"NullAway", "unused"})
    protected ChartsBean() {
        this(null);
    }

    @Inject
    public ChartsBean(DashboardBean dashboard) {
        this.dashboard = dashboard;
    }

    /** Median within the 99th percentile, in milliseconds. */
    public List<Bar> getLatency() {
        List<TrafficTotals> all = dashboard.getOperations();
        double top = top(all, TrafficTotals::p99Millis);
        return all.stream()
                .filter(each -> each.p99Millis() > 0)
                .map(each -> Bar.of(
                        each.name(),
                        each.name(),
                        each.p99Millis(),
                        each.medianMillis(),
                        top,
                        Bar.number(each.medianMillis()) + " / " + Bar.number(each.p99Millis()) + " ms"))
                .toList();
    }

    /** What was throttled within all that failed. */
    public List<Bar> getFaults() {
        List<TrafficTotals> failed = dashboard.getOperations().stream()
                .filter(each -> each.failed() > 0)
                .toList();
        double top = top(failed, TrafficTotals::failed);
        return failed.stream()
                .map(each -> Bar.of(
                        each.name(),
                        each.name(),
                        each.failed(),
                        each.throttled(),
                        top,
                        count(each.throttled()) + " / " + count(each.failed())))
                .toList();
    }

    public List<Bar> getTables() {
        List<TrafficTotals> all = dashboard.getTables();
        double top = top(all, TrafficTotals::requests);
        return all.stream()
                .map(each ->
                        Bar.of(ShortArn.of(each.name()), each.name(), each.requests(), 0, top, count(each.requests())))
                .toList();
    }

    public List<Bar> getStorage() {
        List<TableSize> all = dashboard.getLargest();
        double top = top(all, TableSize::bytes);
        return all.stream()
                .map(each -> Bar.of(
                        each.name(),
                        each.account() + " " + each.region() + " " + each.name(),
                        each.bytes(),
                        0,
                        top,
                        ByteCount.text(each.bytes())))
                .toList();
    }

    private static <T> double top(List<T> all, ToDoubleFunction<T> value) {
        return all.stream().mapToDouble(value).max().orElse(0);
    }

    private static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number);
    }
}
