package org.extenddb.core.iam;

/** The policy of a role that says who may assume it. */
public record TrustPolicy(PolicyDocument document) {
    /**
     * Parses and compiles.
     *
     * @throws MalformedPolicyException in AWS's words
     */
    public static TrustPolicy parse(String json) {
        return new TrustPolicy(PolicyDocument.parse(json, PolicyUse.TRUST));
    }

    /**
     * Whether a caller may assume the role: this policy has to allow it, and the caller's own where this one trusts the whole
     * account, or where the role is in another one.
     *
     * @param access {@code sts:AssumeRole} or {@code sts:TagSession} on the role's ARN; its details answer for
     *     {@code sts:externalid}, {@code sts:rolesessionname}, {@code aws:requesttag/...} and {@code aws:tagkeys}
     */
    public Decision decide(Caller caller, AccessRequest access, RequestContext request) {
        return Evaluator.decideTrust(caller, access, request, this);
    }
}
