package org.extenddb.auth;

import org.extenddb.core.model.AccountId;

/** Hears of what the configuration lets in: nobody has made it who could be asked. Throws nothing. */
public interface BootstrapObserver {
    /** Hears of nothing. */
    BootstrapObserver NONE = new BootstrapObserver() {
        @Override
        public void administratorMade(String name) {
            // nobody listens
        }

        @Override
        public void keyImported(String accessKeyId, AccountId account) {
            // nobody listens
        }

        @Override
        public void accountMade(AccountId account) {
            // nobody listens
        }
    };

    /** The first administrator was made. */
    void administratorMade(String name);

    /** The first access key, of the account's root user, was stored. */
    void keyImported(String accessKeyId, AccountId account);

    /** The first account, without a key. */
    void accountMade(AccountId account);
}
