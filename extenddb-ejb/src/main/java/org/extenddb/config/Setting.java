package org.extenddb.config;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A setting that can change while the server runs: what the configuration says, until something else is set. */
public final class Setting<T> {
    private final String name;
    private final T configured;
    private final Function<String, T> reader;
    private volatile T value;

    private Setting(String name, T configured, Function<String, T> reader) {
        this.name = name;
        this.configured = configured;
        this.reader = reader;
        this.value = configured;
    }

    static Setting<Boolean> bool(String name, boolean configured) {
        return new Setting<>(name, configured, Setting::readBoolean);
    }

    /** A number from 0 on. */
    static Setting<Long> number(String name, long configured) {
        return new Setting<>(name, configured, Setting::readNumber);
    }

    public String name() {
        return name;
    }

    /** What counts now. */
    public T value() {
        return value;
    }

    /** Whether a text says a value of this setting. */
    public boolean accepts(String text) {
        try {
            return reader.apply(text) != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /** @param text null for what the configuration says; so is a text that says no value of this setting */
    void set(@Nullable String text) {
        value = text == null || !accepts(text) ? configured : reader.apply(text);
    }

    private static Boolean readBoolean(String text) {
        if (!text.equals("true") && !text.equals("false")) {
            throw new IllegalArgumentException("neither true nor false");
        }
        return Boolean.valueOf(text);
    }

    private static Long readNumber(String text) {
        long number = Long.parseLong(text);
        if (number < 0) {
            throw new IllegalArgumentException("less than nothing");
        }
        return number;
    }
}
