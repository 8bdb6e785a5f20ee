package org.extenddb.core.error;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The texts of exports and imports. Where DynamoDB's are not known they are our own, in the manner of its others. */
public final class MessagesTransfer {
    public static final String EXPORT_CONFLICT =
            "Export conflict: Duplicate request detected with conflicting parameters";
    public static final String IMPORT_CONFLICT =
            "Import conflict: Duplicate request detected with conflicting parameters";
    public static final String EXPORT_TIME = "Export Time is invalid";
    public static final String EXPORT_TIME_NOT_KEPT =
            "Point in Time Recovery is not available for specified export time";
    public static final String EMPTY_FILTER =
            "Invalid Request: Invalid FilterSpecification: The specification can not be empty";
    /** What this server cannot do: see docs/differences-from-dynamodb.md. */
    public static final String FILTER =
            "One or more parameter values were invalid: FilterSpecification is not available";

    public static final String INCREMENTAL_WITHOUT_SPECIFICATION =
            "Invalid Request: Incremental Export Specification expected when export type is set as Incremental Export";
    public static final String INCREMENTAL_WITHOUT_FROM =
            "Invalid Request: ExportFromTime must be provided in IncrementalExportSpecification";
    public static final String SPECIFICATION_WITHOUT_TYPE =
            "Invalid Request: Export Type expected to be Incremental Export when incremental export specification is"
                    + " provided";
    public static final String FULL_WITH_SPECIFICATION =
            "Invalid Request: When Export Type is Full Export , Incremental Export Specification should not be"
                    + " provided";
    public static final String KMS_KEY_WITHOUT_KMS =
            "Invalid Request: KMS Key Id is not supported for this encryption type";
    public static final String PERIOD_TOO_SHORT =
            "Difference between export period from time and export period to time is less than 15 minutes";

    /** Our own words: DynamoDB's are not known. */
    public static final String PERIOD_TOO_LONG =
            "Difference between export period from time and export period to time is greater than 24 hours";

    /** Our own words: DynamoDB's are not known. */
    public static final String INCREMENTAL_WITH_EXPORT_TIME =
            "Invalid Request: ExportTime cannot be specified for INCREMENTAL_EXPORT";

    public static final String NO_TABLE_ARN = "One or more parameter values were invalid: tableArn is not a valid ARN";
    public static final String OTHER_ARN = "Invalid Request: Table ARN is invalid.";
    public static final String NO_EXPORT_ARN = "Invalid Export ARN";
    public static final String EXPORT_OF_OTHER_REGION = "Export not found: Invalid export arn";
    public static final String NO_IMPORT_ARN = "Invalid Import ARN";
    public static final String DUPLICATE_HEADER =
            "One or more parameter values were invalid: HeaderList must not contain duplicates";

    /** As DescribeImport tells it, of an import that went through but left items out. */
    public static final String SOME_INVALID = "Some of the items failed validation checks and were not imported."
            + " Please check CloudWatch error logs for more details.";

    private MessagesTransfer() {}

    public static String invalidToken(String token) {
        return "Invalid Request: Provided nextToken is invalid: " + token;
    }

    /** @param from as asked for, and not when the table was made */
    public static String beforeTable(Instant from) {
        return "Incremental export period from time cannot be less than the table creation time : "
                + from.truncatedTo(ChronoUnit.SECONDS);
    }

    public static String inFuture(Instant to) {
        return "Incremental export period to time cannot be greater than the current time : "
                + to.truncatedTo(ChronoUnit.SECONDS);
    }

    public static String exportNotFound(String arn) {
        return "Export not found: Export not found: " + arn;
    }

    /** @param format other than CSV */
    public static String csvOptionsOf(String format) {
        return "Invalid Request: Unsupported InputFormatOptions for the given input format: " + format + ".";
    }

    public static String importNotFound(String arn) {
        return "Import not found: " + arn;
    }
}
