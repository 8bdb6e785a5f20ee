package org.extenddb.core.queryprotocol;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a result as values: structures and maps as {@link Map}, lists as {@link List}, the rest as {@link String}, {@link Long},
 * {@link Boolean} and {@link Instant}. Members stand in the order of writing.
 */
public final class ResultTree implements ResultOutput {
    private final Map<String, Object> root = new LinkedHashMap<>();
    private final Deque<Map<String, Object>> open = new ArrayDeque<>(List.of(root));

    /** All that was written. */
    public Map<String, Object> members() {
        return root;
    }

    @Override
    public ResultTree begin(String name) {
        Map<String, Object> structure = new LinkedHashMap<>();
        put(name, structure);
        open.push(structure);
        return this;
    }

    @Override
    public ResultTree end() {
        open.pop();
        return this;
    }

    @Override
    public ResultTree text(String name, @Nullable String value) {
        return value == null ? this : put(name, value);
    }

    @Override
    public ResultTree document(String name, String document) {
        return put(name, document);
    }

    @Override
    public ResultTree number(String name, long value) {
        return put(name, value);
    }

    @Override
    public ResultTree bool(String name, boolean value) {
        return put(name, value);
    }

    @Override
    public ResultTree time(String name, Instant value) {
        return put(name, value.truncatedTo(ChronoUnit.SECONDS));
    }

    @Override
    public <T> ResultTree list(String name, Collection<T> elements, Consumer<T> writer) {
        List<Map<String, Object>> list = new ArrayList<>();
        put(name, list);
        for (T element : elements) {
            Map<String, Object> structure = new LinkedHashMap<>();
            list.add(structure);
            open.push(structure);
            writer.accept(element);
            open.pop();
        }
        return this;
    }

    @Override
    public ResultTree texts(String name, Collection<String> elements) {
        return put(name, List.copyOf(elements));
    }

    @Override
    public ResultTree map(String name, Map<String, ?> entries) {
        return put(name, new LinkedHashMap<>(entries));
    }

    @Override
    public ResultTree beyondAws(Runnable writer) {
        writer.run();
        return this;
    }

    private ResultTree put(String name, Object value) {
        open.element().put(name, value);
        return this;
    }
}
