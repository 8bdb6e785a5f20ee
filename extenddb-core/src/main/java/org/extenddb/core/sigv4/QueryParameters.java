package org.extenddb.core.sigv4;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A query string's parameters, decoded; a name may come more than once. */
final class QueryParameters {
    private static final Comparator<Parameter> CANONICAL_ORDER =
            Comparator.comparing(Parameter::encodedName).thenComparing(Parameter::encodedValue);

    private QueryParameters() {}

    /** One parameter; without an equal sign its value is empty. */
    record Parameter(String name, String value) {
        String encodedName() {
            return PercentEncoding.encode(name);
        }

        String encodedValue() {
            return PercentEncoding.encode(value);
        }
    }

    static List<Parameter> parse(String rawQuery) {
        List<Parameter> parameters = new ArrayList<>();
        int start = 0;
        while (start < rawQuery.length()) {
            int end = rawQuery.indexOf('&', start);
            end = end < 0 ? rawQuery.length() : end;
            if (end > start) {
                parameters.add(parameter(rawQuery.substring(start, end)));
            }
            start = end + 1;
        }
        return parameters;
    }

    static Map<String, String> firstValues(String rawQuery) {
        Map<String, String> values = new HashMap<>();
        for (Parameter parameter : parse(rawQuery)) {
            values.putIfAbsent(parameter.name(), parameter.value());
        }
        return values;
    }

    /** The canonical query string: encoded afresh, in order, without the signature itself. */
    static String canonical(String rawQuery) {
        StringBuilder canonical = new StringBuilder(rawQuery.length());
        parse(rawQuery).stream()
                .filter(p -> !p.name().equals(PresignedQuery.SIGNATURE))
                .sorted(CANONICAL_ORDER)
                .forEach(p -> canonical
                        .append(canonical.isEmpty() ? "" : "&")
                        .append(p.encodedName())
                        .append('=')
                        .append(p.encodedValue()));
        return canonical.toString();
    }

    private static Parameter parameter(String pair) {
        int equals = pair.indexOf('=');
        String name = equals < 0 ? pair : pair.substring(0, equals);
        String value = equals < 0 ? "" : pair.substring(equals + 1);
        return new Parameter(PercentEncoding.decode(name), PercentEncoding.decode(value));
    }
}
