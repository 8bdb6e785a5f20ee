package org.extenddb.iam.action;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Decision;
import org.extenddb.core.iam.Evaluator;
import org.extenddb.core.iam.Explanation;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.iam.StatementTrace;
import org.extenddb.core.iam.match.ContextKeys;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.iam.ActionCall;
import org.jspecify.annotations.Nullable;

/** Asks the evaluator that decides about requests, and shows which statements decided. */
final class Simulation {
    /** Of a request that is not sent anywhere. */
    private static final String REGION = "aws:requestedregion";

    private Simulation() {}

    /**
     * Writes a result for each action on each resource.
     *
     * @param own the principal's policies
     * @param ownBoundary counts unless the request brings another
     * @param unknown condition keys, in lower case, of which nobody knows what a request would have unless it is said
     */
    static void write(
            ActionCall call,
            SimulationInput input,
            Principal principal,
            List<NamedPolicy> own,
            @Nullable NamedPolicy ownBoundary,
            Set<String> unknown) {
        List<NamedPolicy> identity = new ArrayList<>(own);
        identity.addAll(input.policies());
        NamedPolicy boundary = input.boundary() == null ? ownBoundary : input.boundary();
        Caller caller = new Caller(principal, "simulation", new PrincipalPolicies(identity, boundary, List.of()));
        RequestContext request = input.request(call.sender().region());
        ContextKeys said = key -> {
            List<String> values = input.values(key);
            return values == null && (unknown.contains(key) || key.equals(REGION)) ? List.of() : values;
        };
        List<Evaluated> results = new ArrayList<>();
        for (String action : input.actions()) {
            for (String resource : input.resources()) {
                results.add(new Evaluated(
                        action,
                        resource,
                        Evaluator.explain(caller, new AccessRequest(action, resource, input), request, said)));
            }
        }
        ResultOutput out = call.out();
        out.list("EvaluationResults", results, result -> write(result, out));
        out.bool("IsTruncated", false);
    }

    private record Evaluated(String action, String resource, Explanation explanation) {}

    private static void write(Evaluated result, ResultOutput out) {
        Explanation explained = result.explanation();
        out.text("EvalActionName", result.action());
        out.text("EvalResourceName", result.resource());
        out.text("EvalDecision", decision(explained.decision()));
        out.list(
                "MatchedStatements",
                explained.deciding(),
                (StatementTrace statement) -> out.text("SourcePolicyId", statement.policy())
                        .text("SourcePolicyType", "IAM Policy")
                        .beyondAws(() -> out.text("Statement", statement.statement())));
        out.texts("MissingContextValues", explained.missing());
        out.beyondAws(() -> trace(explained, out));
    }

    /** Why not, and what each statement had to say. */
    private static void trace(Explanation explained, ResultOutput out) {
        if (explained.decision() instanceof Decision.Denied denied) {
            out.text("DecidedBy", denied.by().name());
            out.text("Message", denied.message());
        }
        out.list(
                "Trace",
                explained.statements(),
                statement -> out.text("PolicyType", statement.type().name())
                        .text("Policy", statement.policy())
                        .text("Statement", statement.statement())
                        .text("Effect", statement.allow() ? "Allow" : "Deny")
                        .text("Outcome", statement.outcome().name())
                        .text("Condition", statement.condition()));
    }

    private static String decision(Decision decision) {
        if (decision.isAllowed()) {
            return "allowed";
        }
        return decision instanceof Decision.Denied denied && denied.explicit() ? "explicitDeny" : "implicitDeny";
    }
}
