package org.extenddb.transfer.store;

import java.io.InputStream;
import java.util.List;
import org.extenddb.config.StoreConfig;
import org.extenddb.core.object.ObjectInfo;
import org.extenddb.core.object.ObjectNames;
import org.extenddb.core.object.ObjectStore;
import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.core.object.ObjectStoreException.Reason;
import org.extenddb.core.object.ObjectWriter;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.HeadObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

/** Buckets of a server that speaks S3's protocol, through the AWS SDK. */
final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private static final int MAX_KEYS = 1_000;

    private final StoreConfig.S3 config;
    private @Nullable S3Client client;

    S3ObjectStore(StoreConfig.S3 config) {
        this.config = config;
    }

    @Override
    public ObjectWriter create(String bucket, String key) throws ObjectStoreException {
        check(bucket, key);
        return new S3ObjectWriter(client(), bucket, key);
    }

    @Override
    public InputStream open(String bucket, String key, long offset) throws ObjectStoreException {
        check(bucket, key);
        GetObjectRequest.Builder request =
                GetObjectRequest.builder().bucket(bucket).key(key);
        if (offset > 0) {
            request.range("bytes=" + offset + "-");
        }
        try {
            return new S3InputStream(client().getObject(request.build()));
        } catch (SdkException e) {
            if (S3Failures.isBeyondEnd(e)) {
                return InputStream.nullInputStream();
            }
            throw S3Failures.of(e);
        }
    }

    @Override
    public @Nullable ObjectInfo find(String bucket, String key) throws ObjectStoreException {
        check(bucket, key);
        try {
            HeadObjectResponse head =
                    client().headObject(request -> request.bucket(bucket).key(key));
            return new ObjectInfo(key, head.contentLength(), head.eTag());
        } catch (SdkException e) {
            if (!S3Failures.isNotFound(e)) {
                throw S3Failures.of(e);
            }
        }
        requireBucket(bucket);
        return null;
    }

    @Override
    public List<ObjectInfo> list(String bucket, String prefix, @Nullable String after, int limit)
            throws ObjectStoreException {
        ObjectNames.checkBucket(bucket);
        try {
            ListObjectsV2Response page = client().listObjectsV2(request ->
                    request.bucket(bucket).prefix(prefix).startAfter(after).maxKeys(Math.min(limit, MAX_KEYS)));
            return page.contents().stream()
                    .map(object -> new ObjectInfo(object.key(), object.size(), object.eTag()))
                    .toList();
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    @Override
    public void delete(String bucket, String key) throws ObjectStoreException {
        check(bucket, key);
        try {
            client().deleteObject(request -> request.bucket(bucket).key(key));
        } catch (SdkException e) {
            throw S3Failures.of(e);
        }
    }

    @Override
    public synchronized void close() {
        if (client != null) {
            client.close();
        }
    }

    /** A HEAD has no body, so its 404 does not tell a missing bucket from a missing object. */
    private void requireBucket(String bucket) throws ObjectStoreException {
        try {
            client().headBucket(request -> request.bucket(bucket));
        } catch (SdkException e) {
            throw S3Failures.isNotFound(e)
                    ? new ObjectStoreException(Reason.NO_SUCH_BUCKET, "The specified bucket does not exist", e)
                    : S3Failures.of(e);
        }
    }

    private static void check(String bucket, String key) throws ObjectStoreException {
        ObjectNames.checkBucket(bucket);
        ObjectNames.checkKey(key);
    }

    private synchronized S3Client client() {
        if (client == null) {
            client = S3Clients.connect(config);
        }
        return client;
    }
}
