package org.extenddb.worker;

import jakarta.inject.Inject;
import org.extenddb.auth.AccessKeyUses;
import org.extenddb.cdi.SingleInstance;

/** Writes down when access keys were used last. */
@SingleInstance
public final class AccessKeyUseWriting implements BackgroundWork {
    private final AccessKeyUses uses;

    @Inject
    public AccessKeyUseWriting(AccessKeyUses uses) {
        this.uses = uses;
    }

    @Override
    public void run() {
        uses.write();
    }
}
