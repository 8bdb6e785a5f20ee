package org.extenddb.engine.transfer;

import java.util.List;
import java.util.regex.Pattern;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/**
 * Buckets as requests name them. Whoever exports has to be allowed to write there, and who imports to read, as at AWS.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/S3DataExport_Requesting.html">Permissions of exports</a>
 */
final class BucketAccess {
    private static final int MAX_BUCKET = 255;
    private static final int MAX_PREFIX = 1024;
    private static final String ARN = "arn:aws:s3:::";
    private static final Pattern BUCKET = Pattern.compile("^[a-z0-9A-Z]+[\\.\\-\\w]*[a-z0-9A-Z]+$");
    private static final Pattern OWNER = Pattern.compile("[0-9]{12}");
    private static final Pattern TOKEN = Pattern.compile("^[^\\$]+$");

    private BucketAccess() {}

    static void check(Violations violations, String at, @Nullable String bucket, @Nullable String owner) {
        violations.required(at + "s3Bucket", bucket);
        violations.length(at + "s3Bucket", bucket, 0, MAX_BUCKET);
        violations.pattern(at + "s3Bucket", bucket, BUCKET);
        violations.pattern(at + "s3BucketOwner", owner, OWNER);
    }

    static void prefix(Violations violations, String member, @Nullable String prefix) {
        violations.length(member, prefix, 0, MAX_PREFIX);
    }

    static void token(Violations violations, @Nullable String token) {
        violations.pattern("clientToken", token, TOKEN);
    }

    static AccessRequest write(String bucket, String folder) {
        return new AccessRequest("s3:PutObject", ARN + bucket + "/" + folder + "*");
    }

    static List<AccessRequest> read(String bucket, String prefix) {
        return List.of(
                new AccessRequest("s3:ListBucket", ARN + bucket),
                new AccessRequest("s3:GetObject", ARN + bucket + "/" + prefix + "*"));
    }
}
