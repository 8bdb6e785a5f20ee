package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.extenddb.core.iam.StatementTrace.Outcome;
import org.extenddb.core.iam.condition.Condition;
import org.extenddb.core.iam.match.ContextKeys;

/** Asks every statement. */
record Trace(Caller caller, AccessRequest access, ContextKeys keys) {
    List<StatementTrace> statements() {
        List<StatementTrace> traces = new ArrayList<>();
        PrincipalPolicies policies = caller.policies();
        policies.identity().forEach(policy -> add(traces, PolicyType.IDENTITY, policy));
        NamedPolicy boundary = policies.boundary();
        if (boundary != null) {
            add(traces, PolicyType.BOUNDARY, boundary);
        }
        policies.session().forEach(policy -> add(traces, PolicyType.SESSION, policy));
        NamedPolicy resource = access.details().resourcePolicy();
        if (resource != null) {
            add(traces, PolicyType.RESOURCE, resource);
        }
        return traces;
    }

    private void add(List<StatementTrace> traces, PolicyType type, NamedPolicy policy) {
        for (Statement statement : policy.document().statements()) {
            Condition failing = statement.failing(keys);
            Outcome outcome = outcome(statement, failing != null);
            traces.add(new StatementTrace(
                    type,
                    policy.name(),
                    statement.name(),
                    statement.allow(),
                    outcome,
                    outcome == Outcome.CONDITION_FAILED ? String.valueOf(failing) : null));
        }
    }

    private Outcome outcome(Statement statement, boolean conditionFails) {
        if (statement.grantTo(caller.principal()) == Grant.NONE) {
            return Outcome.OTHER_PRINCIPAL;
        }
        if (!statement.actions().matches(access.action().toLowerCase(Locale.ROOT))) {
            return Outcome.OTHER_ACTION;
        }
        if (!statement.isAbout(access.resource(), keys)) {
            return Outcome.OTHER_RESOURCE;
        }
        return conditionFails ? Outcome.CONDITION_FAILED : Outcome.MATCHED;
    }
}
