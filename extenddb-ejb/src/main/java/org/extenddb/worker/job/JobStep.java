package org.extenddb.worker.job;

import java.time.Duration;
import org.extenddb.core.job.JobFailure;

/** What comes after a slice of work. */
public sealed interface JobStep {
    /** There is more to do. The last checkpoint says where. */
    record Continue(Duration delay) implements JobStep {
        public static final Continue AT_ONCE = new Continue(Duration.ZERO);
    }

    /** All is done. The last checkpoint says how much. */
    record Completed() implements JobStep {}

    /** It cannot be done, however often it is tried. */
    record Failed(JobFailure failure) implements JobStep {
        public Failed(String code, String message) {
            this(new JobFailure(code, message));
        }
    }
}
