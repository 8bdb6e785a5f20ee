package org.extenddb.core.storage;

/** Told by storage of changes to access keys, whichever server makes them. Calls come one at a time and must not block. */
public interface AccessKeyListener {
    /** This key was changed or removed. */
    void changed(String accessKeyId);

    /** Changes may have gone unheard: any key may have changed. */
    void anyMayHaveChanged();
}
