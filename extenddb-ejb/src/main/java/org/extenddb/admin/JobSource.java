package org.extenddb.admin;

import java.util.List;

/** Where jobs of one family are kept. A bean; found by itself. */
public interface JobSource {
    /** All that are known: those that run, and those that ended not long ago. */
    List<Job> list();

    /**
     * Has a job end before it is done.
     *
     * @param id one of this source
     * @return false when it cannot be cancelled
     */
    boolean cancel(String id);
}
