package org.extenddb.admin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A setting as the documentation has it.
 *
 * @param defaultValue null where there is none
 * @param secret never shown
 */
record DescribedSetting(String name, @Nullable String defaultValue, boolean secret, String description) {
    private static final int PARTS = 3;
    private static final SortedMap<String, DescribedSetting> ALL = read();

    /** All, by name. */
    static Map<String, DescribedSetting> all() {
        return ALL;
    }

    private static SortedMap<String, DescribedSetting> read() {
        SortedMap<String, DescribedSetting> all = new TreeMap<>();
        try (InputStream in = Objects.requireNonNull(DescribedSetting.class.getResourceAsStream("settings.txt"))) {
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(DescribedSetting::parse)
                    .forEach(it -> all.put(it.name(), it));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Collections.unmodifiableSortedMap(all);
    }

    private static DescribedSetting parse(String line) {
        String[] parts = line.split(" \\| ", PARTS);
        boolean secret = parts[1].equals("(secret)");
        boolean none = secret || parts[1].equals("(none)");
        return new DescribedSetting(parts[0], none ? null : parts[1], secret, parts[2]);
    }
}
