package org.extenddb.transfer.store;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Writes an object in parts, or in one piece where it is small. */
final class S3ObjectWriter extends ObjectWriter {
    /** S3 takes 10,000 parts of at least 5 MiB: objects of up to 80 GB. */
    static final int PART_BYTES = 8 << 20;

    private final S3Client client;
    private final String bucket;
    private final String key;
    private final List<CompletedPart> parts = new ArrayList<>();
    private byte[] buffer = new byte[1 << 16];
    private int buffered;
    private long written;
    private @Nullable String uploadId;
    private boolean finished;

    S3ObjectWriter(S3Client client, String bucket, String key) {
        this.client = client;
        this.bucket = bucket;
        this.key = key;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws ObjectStoreException {
        int from = offset;
        int left = length;
        while (left > 0) {
            int room = Math.min(left, PART_BYTES - buffered);
            if (buffered + room > buffer.length) {
                buffer = Arrays.copyOf(buffer, Math.min(PART_BYTES, Math.max(buffer.length * 2, buffered + room)));
            }
            System.arraycopy(bytes, from, buffer, buffered, room);
            buffered += room;
            from += room;
            left -= room;
            if (buffered == PART_BYTES) {
                uploadPart();
            }
        }
        written += length;
    }

    @Override
    public ObjectInfo finish() throws ObjectStoreException {
        try {
            String etag = uploadId == null ? putWhole() : complete(uploadId);
            finished = true;
            buffer = new byte[0];
            return new ObjectInfo(key, written, etag);
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    @Override
    public void close() throws ObjectStoreException {
        if (!finished && uploadId != null) {
            String upload = uploadId;
            uploadId = null;
            try {
                client.abortMultipartUpload(
                        request -> request.bucket(bucket).key(key).uploadId(upload));
            } catch (SdkException e) {
                throw S3Failures.of(e);
            }
        }
    }

    private String putWhole() {
        return client.putObject(
                        request -> request.bucket(bucket).key(key),
                        RequestBody.fromBytes(Arrays.copyOf(buffer, buffered)))
                .eTag();
    }

    private String complete(String upload) throws ObjectStoreException {
        if (buffered > 0) {
            uploadPart();
        }
        return client.completeMultipartUpload(request ->
                        request.bucket(bucket).key(key).uploadId(upload).multipartUpload(done -> done.parts(parts)))
                .eTag();
    }

    private void uploadPart() throws ObjectStoreException {
        if (finished) {
            throw new ObjectStoreException(Reason.UNAVAILABLE, "the object is finished", null);
        }
        try {
            if (uploadId == null) {
                uploadId = client.createMultipartUpload(
                                request -> request.bucket(bucket).key(key))
                        .uploadId();
            }
            String upload = uploadId;
            int number = parts.size() + 1;
            String etag = client.uploadPart(
                            request -> request.bucket(bucket)
                                    .key(key)
                                    .uploadId(upload)
                                    .partNumber(number),
                            RequestBody.fromBytes(Arrays.copyOf(buffer, buffered)))
                    .eTag();
            parts.add(CompletedPart.builder().partNumber(number).eTag(etag).build());
            buffered = 0;
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }
}
