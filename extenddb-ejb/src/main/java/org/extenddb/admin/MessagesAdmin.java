package org.extenddb.admin;

import org.extenddb.core.model.AccountId;

/** What the administration says when it refuses. */
public final class MessagesAdmin {
    public static final String ADMINISTRATORS_ONLY = "Only an administrator of the installation may do this.";
    public static final String OTHER_ACCOUNT = "You belong to another account.";
    public static final String CHANGED =
            "It has changed since you read it: read it again, and send its new ETag in If-Match.";
    public static final String STATE_NEEDED =
            "This would overwrite something: send the ETag that you read in If-Match, or * to overwrite whatever is there.";
    public static final String NO_ACCOUNT_ID = "An account id has 12 digits.";
    public static final String ACCOUNT_NAME = "An account's name has 1 to 128 visible characters.";

    public static final String TIME_NOT_KNOWN =
            "What was at this time is not known: it is outside of the period of point-in-time recovery.";
    public static final String BAD_KEY = "This is not the key of an item of the table.";

    private MessagesAdmin() {}

    public static String noTable(String name) {
        return "There is no table " + name + ".";
    }

    public static String noHistory(String table) {
        return "Point-in-time recovery is not enabled for the table " + table + ": what its items were is not known.";
    }

    public static String noBackup(String why) {
        return "There is no backup that can be read: " + why;
    }

    public static String backupKnown(String id) {
        return "The backup " + id + " is known already.";
    }

    public static String noAccount(AccountId account) {
        return "There is no account " + account + ".";
    }

    public static String accountExists(AccountId account) {
        return "There is an account " + account + " already.";
    }

    public static String noSetting(String name) {
        return "There is no setting " + name + ".";
    }

    public static String notAdjustable(String name) {
        return "The setting " + name + " is read when a server starts: change it in the servers' configuration.";
    }

    public static String badValue(String name) {
        return "This is no value of the setting " + name + ".";
    }

    public static String noJob(String id) {
        return "There is no job " + id + ".";
    }

    public static String notCancellable(String id) {
        return "The job " + id + " cannot be cancelled.";
    }
}
