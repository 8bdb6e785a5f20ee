package org.extenddb.core.iam.condition;

/**
 * What stands before an operator, for keys with several values.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-single-vs-multi-valued-context-keys.html">Multivalued context keys</a>
 */
enum SetOperator {
    NONE,
    FOR_ALL_VALUES,
    FOR_ANY_VALUE
}
