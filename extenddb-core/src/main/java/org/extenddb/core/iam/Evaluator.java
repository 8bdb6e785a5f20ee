package org.extenddb.core.iam;

/**
 * Decides, as AWS documents it.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic.html">Policy evaluation logic</a>
 */
public final class Evaluator {
    private Evaluator() {}

    /** Whether {@code caller} may do what {@code access} says. */
    public static Decision decide(Caller caller, AccessRequest access, RequestContext request) {
        return caller.principal() instanceof Principal.Root
                ? Decision.ALLOWED
                : new Decision.Denied(caller.arn(), access.action(), access.resource(), false, PolicyType.IDENTITY);
    }

    static Decision decideTrust(Caller caller, AccessRequest access, RequestContext request, TrustPolicy trust) {
        return new Decision.Denied(caller.arn(), access.action(), access.resource(), false, PolicyType.TRUST);
    }
}
