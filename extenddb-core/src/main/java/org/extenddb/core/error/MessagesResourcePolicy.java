package org.extenddb.core.error;

/** The texts of the operations on policies of tables. */
public final class MessagesResourcePolicy {
    public static final String TOO_LARGE =
            "One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded";
    public static final String UNBOUNDED = "Resource-based policy grants unbounded access in one or more elements."
            + " Please revise the policy to ensure least-privilege form of access";
    public static final String SIDS_NOT_UNIQUE = "The Statement Ids in the policy are not unique";

    public static final String SHUTS_OUT =
            "One or more parameter values were invalid: The policy does not allow you to change the"
                    + " policy of this resource in the future. Set ConfirmRemoveSelfResourceAccess to true if you want that.";

    private MessagesResourcePolicy() {}

    public static String invalid(String problem) {
        return "One or more parameter values were invalid: Invalid policy document: " + problem;
    }

    /** @param names in quotes, separated by commas */
    public static String invalidActions(String names) {
        return invalid("The following action names are invalid: " + names);
    }

    public static String notATable(String arn) {
        return "One or more parameter values were invalid: Invalid ResourceArn: " + arn;
    }

    public static String otherRegion(String arn) {
        return "One or more parameter values were invalid: Invalid resource Arn: " + arn;
    }

    public static String notFound(String arn) {
        return "Resource-based policy not found for the provided ResourceArn: " + arn;
    }
}
