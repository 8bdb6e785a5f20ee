package org.extenddb.console.simulator;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.extenddb.engine.OperationRegistry;
import org.extenddb.iam.ActionRegistry;
import org.extenddb.iam.QueryService;

/** The actions that this server asks policies about. IAM simulates any other word as well, and nothing allows it then. */
@ApplicationScoped
public class KnownActions {
    /** What transactions ask of items that they only check. */
    private static final String CHECK = "dynamodb:ConditionCheckItem";

    private final Set<String> names;

    @SuppressWarnings("unused")
    protected KnownActions() {
        this.names = Set.of();
    }

    @Inject
    public KnownActions(OperationRegistry operations, ActionRegistry actions) {
        Set<String> all = new TreeSet<>();
        operations.targets().stream()
                .map(target ->
                        Objects.requireNonNull(operations.find(target)).spec().iamAction())
                .forEach(all::add);
        all.add(CHECK);
        for (QueryService service : QueryService.values()) {
            String prefix = service.signingName() + ":";
            actions.names(service).forEach(name -> all.add(prefix + name));
        }
        this.names = Collections.unmodifiableSet(all);
    }

    public Set<String> all() {
        return names;
    }

    /** Those of some that are none, whatever the case of their letters. */
    List<String> strange(List<String> some) {
        return some.stream()
                .filter(each -> names.stream().noneMatch(each::equalsIgnoreCase))
                .toList();
    }
}
