package org.extenddb.auth;

import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * The table or stream that an ARN names and that may have a policy: an index has its table's, a stream its own. A backup, an export and an
 * import have none.
 *
 * @param stream the stream's label; null for a table and its indexes
 */
record PolicyHolder(TableAddress table, @Nullable String stream) {
    private static final String PREFIX = "arn:aws:dynamodb:";
    private static final String TABLE = ":table/";
    private static final String INDEX = "/index/";
    private static final String STREAM = "/stream/";
    private static final int ACCOUNT_DIGITS = 12;

    /** Null for anything else. Read from the right end of the prefix, since a region may be any text a client signs for. */
    static @Nullable PolicyHolder parse(String arn) {
        int table = arn.startsWith(PREFIX) ? arn.indexOf(TABLE, PREFIX.length()) : -1;
        int account = table - ACCOUNT_DIGITS;
        if (account <= PREFIX.length() || arn.charAt(account - 1) != ':') {
            return null;
        }
        int name = table + TABLE.length();
        int end = arn.indexOf('/', name);
        boolean isStream = end >= 0 && arn.startsWith(STREAM, end);
        if (end >= 0 && !isStream && !arn.startsWith(INDEX, end)) {
            return null;
        }
        TableAddress address = new TableAddress(
                new AccountId(arn.substring(account, table)),
                new Region(arn.substring(PREFIX.length(), account - 1)),
                end < 0 ? arn.substring(name) : arn.substring(name, end));
        return new PolicyHolder(address, isStream ? arn.substring(end + STREAM.length()) : null);
    }

    /** As policies name it, without an index. */
    String arn() {
        return stream == null ? table.arn() : table.arn() + STREAM + stream;
    }
}
