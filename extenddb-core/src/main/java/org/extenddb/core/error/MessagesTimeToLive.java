package org.extenddb.core.error;

/** The texts of time to live. */
public final class MessagesTimeToLive {
    public static final String ALREADY_ENABLED = "TimeToLive is already enabled";
    public static final String ALREADY_DISABLED = "TimeToLive is already disabled";
    public static final String CHANGED_BEFORE = "Time to live has been modified multiple times within a fixed interval";

    private MessagesTimeToLive() {}

    public static String onAnotherAttribute(String current) {
        return "TimeToLive is active on a different AttributeName: current AttributeName is " + current;
    }

    /** @param status CREATING or DELETING */
    public static String notDescribed(String status) {
        return "Cannot describe time to live while table is in " + status + " state: Current table state is " + status;
    }
}
