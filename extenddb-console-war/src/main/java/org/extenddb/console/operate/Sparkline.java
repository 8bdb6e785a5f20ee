package org.extenddb.console.operate;

import java.util.List;
import java.util.Locale;

/** A series as the points of an SVG polyline on a canvas of 600 by 120. */
final class Sparkline {
    private static final double WIDTH = 600;
    private static final double HEIGHT = 120;
    private static final double[] STEPS = {2, 2.5, 2};

    private Sparkline() {}

    /** A round number that no value is beyond. */
    static double top(List<Double> series) {
        double most = series.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        // 1, 2, 5, 10, 20, 50 ...
        double top = 1;
        for (int step = 0; top < most; step++) {
            top *= STEPS[step % STEPS.length];
        }
        return top;
    }

    /** The last value stands at the right edge. */
    static String points(List<Double> series, int capacity, double top) {
        StringBuilder out = new StringBuilder();
        double step = WIDTH / (capacity - 1);
        for (int i = 0; i < series.size(); i++) {
            double x = WIDTH - (series.size() - 1 - i) * step;
            double y = HEIGHT - Math.min(1, Math.max(0, series.get(i)) / top) * (HEIGHT - 4) - 2;
            out.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
        }
        return out.toString().strip();
    }
}
