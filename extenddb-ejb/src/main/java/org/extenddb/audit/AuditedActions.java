package org.extenddb.audit;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which operations change more than items: those whose names begin like a change, and those that give credentials out. A new operation is
 * one of them by its name, unless it is listed here.
 */
public final class AuditedActions {
    private static final Pattern CHANGE =
            Pattern.compile("(Add|Assume|Attach|Change|Create|Deactivate|Delete|Detach|Disable|Enable"
                    + "|Export|Import|Put|Remove|Restore|Set|Tag|Untag|Update)[A-Z].*");

    private static final Set<String> NONE = Set.of("PutItem", "UpdateItem", "DeleteItem");
    private static final Set<String> CREDENTIALS = Set.of("GetSessionToken");

    /** Only names of operations that exist come here. */
    private static final Map<String, Boolean> KNOWN = new ConcurrentHashMap<>();

    private AuditedActions() {}

    /** Whether an operation is one of them; null is none. */
    public static boolean isChange(@Nullable String operation) {
        return operation != null && KNOWN.computeIfAbsent(operation, AuditedActions::isChangeByName);
    }

    private static boolean isChangeByName(String operation) {
        return CREDENTIALS.contains(operation) || CHANGE.matcher(operation).matches() && !NONE.contains(operation);
    }
}
