package org.extenddb.worker.transfer;

import org.extenddb.core.object.ObjectStoreException;
import org.extenddb.worker.job.JobStep;

/** What a job says of an object store that does not do what it is asked for. */
final class StoreFailures {
    private StoreFailures() {}

    /** Backups of all accounts are in one bucket, which is none of the clients'. */
    static JobStep.Failed backups() {
        return new JobStep.Failed("S3AccessDenied", "The bucket is kept for backups");
    }

    /** @throws ObjectStoreException when another attempt may help */
    static JobStep.Failed step(ObjectStoreException e) throws ObjectStoreException {
        String code = switch (e.reason()) {
            case NOT_CONFIGURED -> "ObjectStoreNotConfigured";
            case NO_SUCH_BUCKET -> "S3NoSuchBucket";
            case NO_SUCH_KEY -> "S3NoSuchKey";
            case INVALID_NAME -> "S3InvalidName";
            case ACCESS_DENIED -> "S3AccessDenied";
            case UNAVAILABLE -> throw e;
        };
        return new JobStep.Failed(code, String.valueOf(e.getMessage()));
    }
}
