package org.extenddb.core.job;

import java.time.Instant;
import org.extenddb.core.model.TableAddress;
import org.jspecify.annotations.Nullable;

/**
 * A job to be done.
 *
 * @param id as of {@link JobId}
 * @param kind which runner does it
 * @param table that it is about; need not exist
 * @param spec what is to be done, as JSON of the kind's own; never changed
 * @param clientToken makes the same request again the same job; null where there is none
 */
public record NewJob(
        String id,
        String kind,
        TableAddress table,
        String spec,
        @Nullable String clientToken,
        Instant createdAt) {}
