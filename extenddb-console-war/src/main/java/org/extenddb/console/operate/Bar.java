package org.extenddb.console.operate;

import java.io.Serializable;
import java.util.Locale;

/**
 * A bar of a chart.
 *
 * @param label what it is about
 * @param title the label in full
 * @param outer its length in percent of the chart's width
 * @param inner the length of the part of it that stands out, in percent of the same
 * @param figures what it shows, in numbers
 */
public record Bar(String label, String title, double outer, double inner, String figures) implements Serializable {
    private static final double WHOLE = 100;

    /** @param top what the whole width stands for */
    static Bar of(String label, String title, double outer, double inner, double top, String figures) {
        return new Bar(label, title, percent(outer, top), percent(inner, top), figures);
    }

    /** So that what is there at all is seen. */
    private static double percent(double value, double top) {
        return value <= 0 || top <= 0 ? 0 : Math.max(0.5, Math.min(WHOLE, value / top * WHOLE));
    }

    /** For SVG, whatever the language. */
    static String number(double value) {
        return String.format(Locale.ROOT, "%.2f", value);
    }
}
