package org.extenddb.core.validation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesConstraints;
import org.jspecify.annotations.Nullable;

/**
 * Names of tables and indexes. Wherever data operations take a table's name they also take its ARN.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/HowItWorks.NamingRulesDataTypes.html">Naming rules</a>
 */
public final class TableNames {
    public static final Pattern CHARACTERS = Pattern.compile("[a-zA-Z0-9_.-]+");
    public static final int MIN_LENGTH = 3;
    public static final int MAX_LENGTH = 255;

    /** Of a name or an ARN, where DynamoDB takes either. */
    private static final int MAX_ARN_LENGTH = 1024;

    private static final String ARN_PREFIX = "arn:aws";
    private static final Pattern ARN =
            Pattern.compile(ARN_PREFIX + "[a-z-]*:dynamodb:([a-zA-Z0-9-]*):([0-9]{12}):table/([a-zA-Z0-9_.-]{3,255})");
    /** Something of DynamoDB's that is not a table of AWS's own partition, or no table. */
    private static final Pattern ANY_ARN = Pattern.compile("arn:([^:]*):dynamodb:[^:]*:[^:]*:([^:/]*)/.*");

    private static final Pattern INDEX_NAME = CHARACTERS;

    private TableNames() {}

    /**
     * Checks the TableName of a data operation. One that is empty, or too long even for an ARN, is reported
     * alone.
     *
     * @param tableName a name or an ARN
     */
    public static void checkTable(Violations violations, @Nullable String tableName) {
        checkTable(violations, "tableName", tableName);
    }

    /**
     * Checks the TableName of one element of a request.
     *
     * @param member its path, such as {@code transactItems.1.member.put.tableName}
     */
    public static void checkTable(Violations violations, String member, @Nullable String tableName) {
        if (tableName == null) {
            violations.required(member, null);
        } else if (tableName.isEmpty() || tableName.length() > MAX_ARN_LENGTH) {
            new Violations().length(member, tableName, 1, MAX_ARN_LENGTH).check();
        } else if (arn(tableName) == null) {
            checkArn(tableName);
            violations.pattern(member, tableName, CHARACTERS);
            violations.length(member, tableName, MIN_LENGTH, MAX_LENGTH);
        }
    }

    /** An ARN of another partition, or of something else than a table, is reported alone too. */
    private static void checkArn(String tableName) {
        Matcher other = ANY_ARN.matcher(tableName);
        if (other.matches() && !other.group(1).startsWith("aws")) {
            throw DynamoDbException.validation(MessagesConstraints.otherPartition(tableName));
        }
        if (other.matches() && !other.group(2).equals("table")) {
            throw DynamoDbException.validation(MessagesConstraints.otherResourceType(tableName));
        }
    }

    /** Whether it can be a table's name or ARN. */
    public static boolean isTable(String nameOrArn) {
        return arn(nameOrArn) != null
                || nameOrArn.length() >= MIN_LENGTH
                        && nameOrArn.length() <= MAX_LENGTH
                        && CHARACTERS.matcher(nameOrArn).matches();
    }

    public static void checkIndex(Violations violations, @Nullable String indexName) {
        violations.pattern("indexName", indexName, INDEX_NAME);
        violations.length("indexName", indexName, MIN_LENGTH, MAX_LENGTH);
    }

    /** The name of the table that a name or an ARN means. */
    public static String nameOf(String tableNameOrArn) {
        Matcher arn = arn(tableNameOrArn);
        return arn == null ? tableNameOrArn : arn.group(3);
    }

    /** The account of an ARN; null for a plain name, which means the caller's own. */
    public static @Nullable String accountOf(String tableNameOrArn) {
        Matcher arn = arn(tableNameOrArn);
        return arn == null ? null : arn.group(2);
    }

    /** The region of an ARN; null for a plain name, which means the request's own. */
    public static @Nullable String regionOf(String tableNameOrArn) {
        Matcher arn = arn(tableNameOrArn);
        return arn == null ? null : arn.group(1);
    }

    /** The match of an ARN; null for anything else. Most requests name a table, which a look at the prefix tells. */
    private static @Nullable Matcher arn(String tableNameOrArn) {
        if (!tableNameOrArn.startsWith(ARN_PREFIX)) {
            return null;
        }
        Matcher matcher = ARN.matcher(tableNameOrArn);
        return matcher.matches() ? matcher : null;
    }
}
