package org.extenddb.core.api.transfer;

import org.extenddb.core.model.AccountId;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** S3BucketSource as sent. */
public record SourceMembers(
        @Nullable String bucket,
        @Nullable String bucketOwner,
        @Nullable String keyPrefix) {
    static @Nullable SourceMembers decode(JsonInput in) {
        Reader reader = new Reader();
        return in.object(reader::member)
                ? new SourceMembers(reader.bucket, reader.bucketOwner, reader.keyPrefix)
                : null;
    }

    /** The same, of the caller's own account where it names none. */
    SourceMembers ownedBy(AccountId account) {
        return bucketOwner == null ? new SourceMembers(bucket, account.value(), keyPrefix) : this;
    }

    /** The same wherever in the bucket. */
    SourceMembers withoutPrefix() {
        return new SourceMembers(bucket, bucketOwner, null);
    }

    void encode(JsonOutput out) {
        out.beginObject();
        ExportRequest.string(out, "S3Bucket", bucket);
        ExportRequest.string(out, "S3BucketOwner", bucketOwner);
        ExportRequest.string(out, "S3KeyPrefix", keyPrefix);
        out.endObject();
    }

    private static final class Reader {
        private @Nullable String bucket;
        private @Nullable String bucketOwner;
        private @Nullable String keyPrefix;

        void member(String name, JsonInput in) {
            switch (name) {
                case "S3Bucket" -> bucket = in.string();
                case "S3BucketOwner" -> bucketOwner = in.string();
                case "S3KeyPrefix" -> keyPrefix = in.string();
                default -> in.skip();
            }
        }
    }
}
