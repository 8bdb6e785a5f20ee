package org.extenddb.core.storage;

import org.extenddb.core.model.AccountId;

/** Told by storage of changes to identities, whichever server makes them. Calls come one at a time and must not block. */
public interface IdentityListener {
    /** This key was added, changed or removed. */
    void accessKeyChanged(String accessKeyId);

    /** This user or role was changed or removed. */
    void identityChanged(String identityId);

    /** Any user or role of this account may have other rights than before: a group or a managed policy was changed. */
    void accountChanged(AccountId account);

    /** Changes may have gone unheard: everything may have changed. */
    void anyMayHaveChanged();

    /**
     * All changes committed until then have been told. Comes every second as long as the database can be asked.
     *
     * @param nanoTime of {@link System#nanoTime}
     */
    void confirm(long nanoTime);
}
