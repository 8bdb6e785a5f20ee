package org.extenddb.core.error;

/**
 * What IAM says of a policy document that is none. AWS publishes no list; these are the texts its API is seen to answer with.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_grammar.html">Grammar of policies</a>
 */
public final class MessagesPolicy {
    public static final String SYNTAX = "Syntax errors in policy.";
    public static final String NOT_JSON = "This policy contains invalid Json";
    public static final String NO_ACTIONS = "Policy statement must contain actions.";
    public static final String NO_RESOURCES = "Policy statement must contain resources.";
    public static final String NO_PRINCIPAL = "Missing required field Principal";
    public static final String PRINCIPAL_IN_IDENTITY_POLICY = "Policy document should not specify a principal.";
    public static final String RESOURCE_IN_TRUST_POLICY = "Has prohibited field Resource";
    public static final String NOT_PRINCIPAL_WITH_ALLOW = "Allow with NotPrincipal is not allowed.";
    public static final String SIDS_NOT_UNIQUE = "Statement IDs (SID) in a single policy must be unique.";
    public static final String SID_CHARACTERS =
            "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
    public static final String NO_VENDOR = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";

    private MessagesPolicy() {}

    public static String missing(String element) {
        return "Missing required field " + element;
    }

    public static String invalidEffect(String effect) {
        return "Invalid effect: " + effect;
    }

    public static String notAnArn(String resource) {
        return "Resource " + resource + " must be in ARN format or \"*\".";
    }

    public static String invalidVendor(String vendor) {
        return "Vendor " + vendor + " is not valid";
    }

    public static String invalidPrincipal(String type, String principal) {
        return "Invalid principal in policy: \"" + type + "\":\"" + principal + "\"";
    }

    public static String invalidOperator(String operator) {
        return "Invalid Condition type : " + operator;
    }

    public static String invalidConditionValue(String value) {
        return "Invalid value for condition: " + value;
    }
}
