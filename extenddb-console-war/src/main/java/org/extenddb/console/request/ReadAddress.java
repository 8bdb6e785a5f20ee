package org.extenddb.console.request;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A filled form as parameters of its page: what was read can be bookmarked and sent to others. */
public final class ReadAddress {
    private static final String FILTER = "f";
    private static final int MOST = 1_000;

    private ReadAddress() {}

    /** With the question mark. */
    public static String of(String table, ReadForm form) {
        StringBuilder out = new StringBuilder("?table=").append(encoded(table));
        add(out, "index", form.getIndex());
        add(out, "pk", form.getPartition());
        if (!form.getSort().isEmpty()) {
            add(out, "op", form.getSortOperator());
            add(out, "sk", form.getSort());
            add(out, "sk2", form.getSortUpper());
        }
        for (FilterRow row : form.getFilters()) {
            if (row.isFilled()) {
                add(
                        out,
                        FILTER,
                        encoded(row.getAttribute()) + "~" + row.getOperator() + "~" + row.getType() + "~"
                                + encoded(row.getValue()) + "~" + encoded(row.getUpper()));
            }
        }
        add(out, "show", form.getProjection());
        add(out, "limit", Integer.toString(form.getLimit()));
        add(out, "desc", form.isDescending() ? "true" : "");
        add(out, "consistent", form.isConsistent() ? "true" : "");
        return out.toString();
    }

    /** Fills a form out of parameters; what makes no sense is left as it was. */
    public static void fill(ReadForm form, Map<String, String[]> parameters) {
        form.setIndex(first(parameters, "index"));
        form.setPartition(first(parameters, "pk"));
        form.setSortOperator(first(parameters, "op"));
        form.setSort(first(parameters, "sk"));
        form.setSortUpper(first(parameters, "sk2"));
        form.setProjection(first(parameters, "show"));
        form.setDescending("true".equals(first(parameters, "desc")));
        form.setConsistent("true".equals(first(parameters, "consistent")));
        String limit = first(parameters, "limit");
        if (limit != null && limit.matches("[1-9][0-9]{0,3}")) {
            form.setLimit(Math.min(MOST, Integer.parseInt(limit)));
        }
        for (String text : parameters.getOrDefault(FILTER, new String[0])) {
            String[] parts = text.split("~", -1);
            if (parts.length == 5) {
                FilterRow row = new FilterRow();
                row.setAttribute(decoded(parts[0]));
                row.setOperator(parts[1]);
                row.setType(parts[2]);
                row.setValue(decoded(parts[3]));
                row.setUpper(decoded(parts[4]));
                form.getFilters().add(row);
            }
        }
    }

    private static void add(StringBuilder out, String name, String value) {
        if (!value.isEmpty()) {
            out.append('&').append(name).append('=').append(encoded(value));
        }
    }

    private static @Nullable String first(Map<String, String[]> parameters, String name) {
        String[] values = parameters.get(name);
        return values == null || values.length == 0 ? null : values[0];
    }

    /** A tilde separates the parts of a filter, so those have none. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("~", "%7E");
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
