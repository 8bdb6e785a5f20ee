package org.extenddb.cli.remote;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Prints answers, for people or for programs. */
public final class Output {
    private static final int WIDEST = 80;

    private final PrintWriter out;
    private final Format format;

    /** How answers are printed. */
    public enum Format {
        table,
        json
    }

    public Output(PrintWriter out, Format format) {
        this.out = out;
        this.format = format;
    }

    /** One thing. */
    public void show(Map<String, ?> object) {
        if (format == Format.json) {
            out.println(Json.pretty(object));
        } else {
            int width = object.keySet().stream().mapToInt(String::length).max().orElse(0);
            object.forEach((name, value) -> out.println(padded(name, width) + "  " + text(value)));
        }
        out.flush();
    }

    /** Several things of one kind: a row each. */
    public void show(List<?> items) {
        if (format == Format.json) {
            out.println(Json.pretty(Map.of("items", items)));
        } else if (items.stream().allMatch(it -> it instanceof Map)) {
            table(items.stream().map(Json::named).toList());
        } else {
            items.forEach(it -> out.println(text(it)));
        }
        out.flush();
    }

    /** Something was done that there is nothing to show of. */
    public void done(String what) {
        if (format == Format.table) {
            out.println(what);
            out.flush();
        }
    }

    private void table(List<Map<String, Object>> rows) {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.keySet()));
        List<List<String>> lines = new ArrayList<>();
        lines.add(columns.stream().map(String::toUpperCase).toList());
        rows.forEach(row -> lines.add(columns.stream()
                .map(column -> shortened(text(row.getOrDefault(column, ""))))
                .toList()));
        for (List<String> line : rows.isEmpty() ? List.<List<String>>of() : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < line.size(); i++) {
                int column = i;
                int width = lines.stream()
                        .mapToInt(it -> it.get(column).length())
                        .max()
                        .orElse(0);
                text.append(padded(line.get(i), width)).append("  ");
            }
            out.println(text.toString().stripTrailing());
        }
    }

    private static String text(Object value) {
        return value instanceof Map || value instanceof List ? Json.compact(value) : String.valueOf(value);
    }

    private static String shortened(String text) {
        return text.length() > WIDEST ? text.substring(0, WIDEST - 3) + "..." : text;
    }

    private static String padded(String text, int width) {
        return text + " ".repeat(Math.max(0, width - text.length()));
    }
}
