package org.extenddb.core.iam;

/**
 * How a policy of a resource means a principal; the later, the more it grants.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_evaluation-logic_policy-eval-basics-req-resource.html">Requests with resource-based policies</a>
 */
enum Grant {
    /** Not at all. */
    NONE,
    /** By its account, which leaves it to the account's own policies whether it may. */
    ACCOUNT,
    /** By its role, or as one of everybody: permissions boundary and session policies still limit it. */
    LIMITED,
    /** By its own name: nothing that merely fails to allow limits it within the account. */
    DIRECT
}
