package org.extenddb.core.iam;

import java.util.List;
import org.extenddb.core.iam.match.ContextKeys;
import org.jspecify.annotations.Nullable;

/**
 * Decides, as AWS documents it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 */
public final class Evaluator {
    private Evaluator() {}

    /** Whether {@code caller} may do what {@code access} says. */
    public static Decision decide(Caller caller, AccessRequest access, RequestContext request) {
        NamedPolicy policy = access.details().resourcePolicy();
        return evaluation(caller, access, request, policy == null ? null : policy.document(), PolicyType.RESOURCE)
                .decide();
    }

    /**
     * The same decision, with what every statement of every policy has to say. Takes its time.
     *
     * @param said what somebody says of the request: counts before what it has by itself where it is not null, and no value is none
     */
    public static Explanation explain(Caller caller, AccessRequest access, RequestContext request, ContextKeys said) {
        AskedKeys keys = new AskedKeys(said.before(new RequestKeys(caller, access, request)));
        List<StatementTrace> statements = new Trace(caller, access, keys).statements();
        NamedPolicy policy = access.details().resourcePolicy();
        StatementIndex guard = policy == null ? null : policy.document().index();
        Decision decision = new Evaluation(caller, access, keys, guard, PolicyType.RESOURCE).decide();
        return new Explanation(decision, statements, keys.missing());
    }

    static Decision decideTrust(Caller caller, AccessRequest access, RequestContext request, TrustPolicy trust) {
        return evaluation(caller, access, request, trust.document(), PolicyType.TRUST)
                .decide();
    }

    private static Evaluation evaluation(
            Caller caller,
            AccessRequest access,
            RequestContext request,
            @Nullable PolicyDocument guard,
            PolicyType guardType) {
        return new Evaluation(
                caller,
                access,
                new RequestKeys(caller, access, request),
                guard == null ? null : guard.index(),
                guardType);
    }
}
