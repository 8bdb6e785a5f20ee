package org.extenddb.iam.action;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Decision;
import org.extenddb.core.iam.Evaluator;
import org.extenddb.core.iam.Explanation;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.StatementTrace;
import org.extenddb.core.queryprotocol.XmlOutput;
import org.extenddb.iam.ActionCall;
import org.jspecify.annotations.Nullable;

/** Asks the evaluator that decides about requests, and shows which statements decided. */
final class Simulation {
    private Simulation() {}

    /**
     * Writes a result for each action on each resource.
     *
     * @param own the principal's policies
     * @param ownBoundary counts unless the request brings another
     */
    static void write(
            ActionCall call,
            SimulationInput input,
            Principal principal,
            List<NamedPolicy> own,
            @Nullable NamedPolicy ownBoundary) {
        List<NamedPolicy> identity = new ArrayList<>(own);
        identity.addAll(input.policies());
        NamedPolicy boundary = input.boundary() == null ? ownBoundary : input.boundary();
        Caller caller = new Caller(principal, "simulation", new PrincipalPolicies(identity, boundary, List.of()));
        XmlOutput out = call.out();
        out.begin("EvaluationResults");
        for (String action : input.actions()) {
            for (String resource : input.resources()) {
                Explanation explained = Evaluator.explain(
                        caller,
                        new AccessRequest(action, resource, input),
                        input.request(call.sender().region()));
                out.begin("member");
                write(action, resource, explained, out);
                out.end();
            }
        }
        out.end();
        out.bool("IsTruncated", false);
    }

    private static void write(String action, String resource, Explanation explained, XmlOutput out) {
        out.text("EvalActionName", action);
        out.text("EvalResourceName", resource);
        out.text("EvalDecision", decision(explained.decision()));
        out.list(
                "MatchedStatements",
                explained.deciding(),
                (StatementTrace statement) ->
                        out.text("SourcePolicyId", statement.policy()).text("SourcePolicyType", "IAM Policy"));
        out.texts("MissingContextValues", List.of());
    }

    private static String decision(Decision decision) {
        if (decision.isAllowed()) {
            return "allowed";
        }
        return decision instanceof Decision.Denied denied && denied.explicit() ? "explicitDeny" : "implicitDeny";
    }
}
