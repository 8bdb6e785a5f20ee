package org.extenddb.core.api.transfer;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.job.JobId;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of an export or an import: its table's, what it is, and its id.
 *
 * @param kind {@code export} or {@code import}
 * @param id the job's
 */
public record TransferArn(TableAddress table, String kind, String id) {
    public static final String EXPORT = "export";
    public static final String IMPORT = "import";
    public static final int MIN_LENGTH = 37;
    public static final int MAX_LENGTH = 1024;

    private static final Pattern FORM = Pattern.compile(
            "arn:aws[a-z-]*:dynamodb:([a-zA-Z0-9-]+):([0-9]{12}):table/([a-zA-Z0-9_.-]{3,255})/(export|import)/([0-9a-f-]{1,32})");

    /** Null when it is none. */
    public static @Nullable TransferArn parse(String text, String kind) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches() || !matcher.group(4).equals(kind) || !JobId.isOne(matcher.group(5))) {
            return null;
        }
        TableAddress table =
                new TableAddress(new AccountId(matcher.group(2)), new Region(matcher.group(1)), matcher.group(3));
        return new TransferArn(table, kind, matcher.group(5));
    }

    @Override
    public String toString() {
        return table.arn() + "/" + kind + "/" + id;
    }
}
