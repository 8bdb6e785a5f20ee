package org.extenddb.core.iam;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.extenddb.core.iam.StatementTrace.Outcome;
import org.extenddb.core.iam.condition.Condition;
import org.jspecify.annotations.Nullable;

/** Asks every statement. */
record Trace(Caller caller, AccessRequest access, AskedKeys keys) {
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
            Outcome elsewhere = elsewhere(statement);
            Condition failing = elsewhere == null ? failing(statement) : null;
            Outcome here = failing == null ? Outcome.MATCHED : Outcome.CONDITION_FAILED;
            traces.add(new StatementTrace(
                    type,
                    policy.name(),
                    statement.name(),
                    statement.allow(),
                    elsewhere == null ? here : elsewhere,
                    failing == null ? null : failing.toString()));
        }
    }

    private @Nullable Condition failing(Statement statement) {
        keys.ask(statement);
        return statement.failing(keys);
    }

    /** Why it is about something else; null when it is about the request, as far as its conditions let it. */
    private @Nullable Outcome elsewhere(Statement statement) {
        if (statement.grantTo(caller.principal()) == Grant.NONE) {
            return Outcome.OTHER_PRINCIPAL;
        }
        if (!statement.actions().matches(access.action().toLowerCase(Locale.ROOT))) {
            return Outcome.OTHER_ACTION;
        }
        return statement.isAbout(access.resource(), keys) ? null : Outcome.OTHER_RESOURCE;
    }
}
