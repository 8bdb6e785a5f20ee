package org.extenddb.core.error;

/** The texts of exports and imports. Where DynamoDB's are not known they are our own, in the manner of its others. */
public final class MessagesTransfer {
    public static final String EXPORT_CONFLICT =
            "There was a conflict when writing to the specified S3 bucket: the client token was used by another export"
                    + " request";
    public static final String IMPORT_CONFLICT = "There was a conflict when importing from the specified S3 source:"
            + " the client token was used by another import request";
    public static final String FUTURE_EXPORT_TIME = "ExportTime must be in the past";
    public static final String EARLY_EXPORT_TIME =
            "ExportTime is before the earliest time that the table can be exported from";
    public static final String INCREMENTAL_WITHOUT_SPECIFICATION =
            "One or more parameter values were invalid: IncrementalExportSpecification must be specified for"
                    + " INCREMENTAL_EXPORT";
    public static final String FULL_WITH_SPECIFICATION =
            "One or more parameter values were invalid: IncrementalExportSpecification cannot be specified for"
                    + " FULL_EXPORT";
    public static final String INCREMENTAL_WITH_EXPORT_TIME =
            "One or more parameter values were invalid: ExportTime cannot be specified for INCREMENTAL_EXPORT";
    public static final String INCREMENTAL_PERIOD =
            "The period between ExportFromTime and ExportToTime must be between" + " 15 minutes and 24 hours";
    public static final String CSV_OPTIONS_WITHOUT_CSV =
            "One or more parameter values were invalid: Csv options can only be specified for InputFormat CSV";
    public static final String DUPLICATE_HEADER =
            "One or more parameter values were invalid: HeaderList must not contain duplicates";
    public static final String INVALID_TOKEN = "Invalid NextToken";

    /** As DescribeImport tells it, of an import that went through but left items out. */
    public static final String SOME_INVALID =
            "Some of the items failed validation checks." + " Please check CloudWatch error logs for more details.";

    public static final String NO_OBJECTS = "There are no objects with the specified S3 key prefix";

    private MessagesTransfer() {}

    public static String invalidTableArn(String arn) {
        return "Invalid TableArn: " + arn;
    }

    public static String invalidExportArn(String arn) {
        return "Invalid ExportArn: " + arn;
    }

    public static String invalidImportArn(String arn) {
        return "Invalid ImportArn: " + arn;
    }

    public static String exportNotFound(String arn) {
        return "Export not found: " + arn;
    }

    public static String importNotFound(String arn) {
        return "Import not found: " + arn;
    }
}
