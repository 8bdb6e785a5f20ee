package org.extenddb.console.client;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.console.session.Senders;
import org.extenddb.iam.ActionCalls;
import org.extenddb.iam.ActionParameters;
import org.jspecify.annotations.Nullable;

/** Actions of IAM, as whoever is signed in. */
@ApplicationScoped
public class Iam {
    private static final int PAGE = 1_000;

    private final ActionCalls actions;
    private final Senders senders;

    @SuppressWarnings({"NullAway", "unused"})
    protected Iam() {
        this(null, null);
    }

    @Inject
    public Iam(ActionCalls actions, Senders senders) {
        this.actions = actions;
        this.senders = senders;
    }

    /** @throws org.extenddb.core.queryprotocol.QueryException what IAM answers */
    public Map<String, Object> call(String action, ActionParameters parameters) {
        return actions.call(senders.current(), senders.context(), action, parameters.values());
    }

    /** All elements of a list that comes in pages. */
    public List<Map<String, Object>> list(String action, String member, ActionParameters parameters) {
        List<Map<String, Object>> all = new ArrayList<>();
        @Nullable Object marker = null;
        do {
            Map<String, Object> page =
                    call(action, parameters.with("MaxItems", PAGE).with("Marker", marker));
            all.addAll(elements(page.get(member)));
            marker = Boolean.TRUE.equals(page.get("IsTruncated")) ? page.get("Marker") : null;
        } while (marker != null);
        return all;
    }

    /** All names of a list that comes in pages. */
    public List<String> names(String action, String member, ActionParameters parameters) {
        return texts(call(action, parameters.with("MaxItems", PAGE)).get(member));
    }

    /** A structure in a result; empty where there is none. */
    public static Map<String, Object> structure(@Nullable Object value) {
        return value instanceof Map<?, ?> map
                ? map.entrySet().stream()
                        .collect(Collectors.toMap(entry -> String.valueOf(entry.getKey()), Map.Entry::getValue))
                : Map.of();
    }

    /** Structures in a list. */
    public static List<Map<String, Object>> elements(@Nullable Object value) {
        return value instanceof List<?> list ? list.stream().map(Iam::structure).toList() : List.of();
    }

    private static List<String> texts(@Nullable Object value) {
        return value instanceof List<?> list
                ? list.stream().map(String::valueOf).toList()
                : List.of();
    }
}
