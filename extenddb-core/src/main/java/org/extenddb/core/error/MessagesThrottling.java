package org.extenddb.core.error;

/** What those are told who are throttled. */
public final class MessagesThrottling {
    public static final String TABLE_EXCEEDED =
            "The level of configured provisioned throughput for the table was exceeded."
                    + " Consider increasing your provisioning level with the UpdateTable API.";
    public static final String INDEX_EXCEEDED =
            "The level of configured provisioned throughput for one or more global secondary indexes of the table was"
                    + " exceeded. Consider increasing your provisioning level for the under-provisioned global secondary"
                    + " indexes with the UpdateTable API";
    public static final String OVER_BOUND =
            "Throughput exceeds the maximum OnDemandThroughput configured on table or index";
    public static final String HOT_KEY = "Throughput exceeds the current capacity of your table or index. DynamoDB is"
            + " automatically scaling your table or index so please try again shortly. If exceptions persist, check if you"
            + " have a hot key:"
            + " https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/bp-partition-key-design.html";

    private MessagesThrottling() {}
}
