package org.extenddb.iam;

import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesQueryProtocol;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;

/** Every action this server has, by version of its service and name. Built from the families' beans; there is no other list. */
@SingleInstance
public final class ActionRegistry {
    private final Map<String, Registered> byVersionAndName = new TreeMap<>();

    /** An action and whose it is. */
    record Registered(QueryService service, QueryAction action) {}

    @Inject
    ActionRegistry(@Any Instance<ActionFamily> families) {
        this(families.stream().toList());
    }

    ActionRegistry(Collection<ActionFamily> families) {
        for (ActionFamily family : families) {
            for (QueryAction action : family.actions()) {
                Registered registered = new Registered(family.service(), action);
                if (byVersionAndName.put(key(family.service().version(), action.name()), registered) != null) {
                    throw new IllegalStateException("EXDB0102E The action " + action.name() + " is there twice");
                }
            }
        }
    }

    /** @throws QueryException MissingAction, InvalidAction */
    Registered find(FormParameters in) {
        String action = in.find("Action");
        String version = in.find("Version");
        String shownVersion = version == null ? "NO_VERSION_SPECIFIED" : version;
        if (action == null) {
            throw QueryException.of(QueryError.MISSING_ACTION, MessagesQueryProtocol.noAction(shownVersion));
        }
        Registered found = version == null ? null : byVersionAndName.get(key(version, action));
        if (found == null) {
            throw QueryException.of(
                    QueryError.INVALID_ACTION, MessagesQueryProtocol.noSuchAction(action, shownVersion));
        }
        return found;
    }

    /** @throws QueryException InvalidAction */
    Registered find(QueryService service, String action) {
        return find(FormParameters.of(Map.of("Action", action, "Version", service.version())));
    }

    /** The names of a service's actions, sorted. */
    public Set<String> names(QueryService service) {
        Set<String> names = new TreeSet<>();
        byVersionAndName.values().stream()
                .filter(it -> it.service() == service)
                .forEach(it -> names.add(it.action().name()));
        return names;
    }

    private static String key(String version, String name) {
        return version + ' ' + name;
    }
}
