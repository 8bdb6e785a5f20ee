package org.extenddb.console.simulator;

import java.io.Serializable;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A condition key of the simulated request, and its values. */
public final class ContextRow implements Serializable {
    private String key;
    private String values;

    ContextRow(String key, String values) {
        this.key = key;
        this.values = values;
    }

    /** Whether it is given: without a value it is a hint that some policy asks for it. */
    boolean isGiven() {
        return !key.isBlank() && !values.isBlank();
    }

    List<String> list() {
        return Stream.of(values.split(","))
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    public String getKey() {
        return key;
    }

    public void setKey(@Nullable String key) {
        this.key = key == null ? "" : key.strip();
    }

    /** By commas. */
    public String getValues() {
        return values;
    }

    public void setValues(@Nullable String values) {
        this.values = values == null ? "" : values;
    }
}
