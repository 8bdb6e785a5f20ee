package org.extenddb.config;

import jakarta.inject.Inject;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;

/** Where the buckets are that exports, imports and backups are kept in: in a directory or behind an endpoint that speaks S3's protocol. */
@SingleInstance
public final class StoreConfig {
    private final Optional<Path> directory;
    private final boolean createBuckets;
    private final Optional<S3> s3;

    /** @param secretAccessKey null, as is the id, where the client library finds credentials itself */
    public record S3(
            URI endpoint,
            String region,
            Optional<String> accessKeyId,
            Optional<String> secretAccessKey,
            boolean pathStyle) {
        /** Says nothing of the key. */
        @Override
        public String toString() {
            return endpoint + " (" + region + ")";
        }
    }

    /**
     * Reads the configuration. Without directory and endpoint there is no store: exports and imports fail.
     *
     * @param directory whose subdirectories are buckets; all servers must see the same one
     * @param createBuckets whether a bucket of the directory that is missing is made when something is to be written to it
     * @param endpoint of an object store; comes before the directory where both are set
     * @param accessKeyId of the object store; without it and its secret the AWS SDK's usual places are asked
     * @param pathStyle whether the bucket is in the path instead of in the host's name
     */
    @Inject
    public StoreConfig(
            @ConfigProperty(name = "extenddb.store.directory") Optional<String> directory,
            @ConfigProperty(name = "extenddb.store.createBuckets", defaultValue = "false") boolean createBuckets,
            @ConfigProperty(name = "extenddb.store.endpoint") Optional<String> endpoint,
            @ConfigProperty(name = "extenddb.store.region", defaultValue = "us-east-1") String region,
            @ConfigProperty(name = "extenddb.store.accessKeyId") Optional<String> accessKeyId,
            @ConfigProperty(name = "extenddb.store.secretAccessKey") Optional<String> secretAccessKey,
            @ConfigProperty(name = "extenddb.store.pathStyle", defaultValue = "true") boolean pathStyle) {
        this.directory = given(directory).map(Path::of);
        this.createBuckets = createBuckets;
        this.s3 = given(endpoint)
                .map(text -> new S3(URI.create(text), region, given(accessKeyId), given(secretAccessKey), pathStyle));
    }

    /** Whether there is one at all. */
    public boolean isConfigured() {
        return directory.isPresent() || s3.isPresent();
    }

    public Optional<Path> directory() {
        return directory;
    }

    public boolean createBuckets() {
        return createBuckets;
    }

    public Optional<S3> s3() {
        return s3;
    }

    private static Optional<String> given(Optional<String> value) {
        return value.map(String::strip).filter(text -> !text.isEmpty());
    }
}
