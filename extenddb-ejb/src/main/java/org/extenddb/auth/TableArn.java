package org.extenddb.auth;

import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/** The table that an ARN of a table or of an index names. A stream or a backup is a resource of its own, without the table's policy. */
final class TableArn {
    private static final String PREFIX = "arn:aws:dynamodb:";
    private static final String TABLE = ":table/";
    private static final String INDEX = "/index/";
    private static final int ACCOUNT_DIGITS = 12;

    private TableArn() {}

    /** Null for anything else. Read from the right end of the prefix, since a region may be any text a client signs for. */
    static @Nullable TableAddress parse(String arn) {
        int table = arn.startsWith(PREFIX) ? arn.indexOf(TABLE, PREFIX.length()) : -1;
        int account = table - ACCOUNT_DIGITS;
        if (account <= PREFIX.length() || arn.charAt(account - 1) != ':') {
            return null;
        }
        int name = table + TABLE.length();
        int end = arn.indexOf('/', name);
        if (end >= 0 && !arn.startsWith(INDEX, end)) {
            return null;
        }
        return new TableAddress(
                new AccountId(arn.substring(account, table)),
                new Region(arn.substring(PREFIX.length(), account - 1)),
                end < 0 ? arn.substring(name) : arn.substring(name, end));
    }
}
