package org.extenddb.engine.data;

import org.extenddb.core.iam.AccessDetails;

/** Of an access that meets items whatever their keys are, and is no read of a table: no condition on leading keys allows it. */
public final class EveryItem implements AccessDetails {
    @Override
    public boolean isUnbounded(String key) {
        return key.equals(ItemAccessDetails.LEADING_KEYS);
    }
}
