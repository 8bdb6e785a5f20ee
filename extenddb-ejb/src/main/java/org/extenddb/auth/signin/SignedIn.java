package org.extenddb.auth.signin;

import org.extenddb.auth.Authenticated;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;

/** Somebody who has signed in, with the rights of now. */
public sealed interface SignedIn {
    String name();

    /** Somebody who administers the installation, and may do everything in each account. */
    record Administrator(String name) implements SignedIn {
        private static final String INSTEAD_OF_KEY = "administrator/";

        /** As the pipelines take it: the root user of an account, known in the audit log by the administrator's name. */
        public Authenticated in(AccountId account, Region region) {
            return new Authenticated(Caller.root(account, INSTEAD_OF_KEY + name), region);
        }
    }

    /** A user of an account, who may do what policies say. */
    record User(String name, Caller caller) implements SignedIn {
        public AccountId account() {
            return caller.account();
        }

        /** As the pipelines take it. */
        public Authenticated in(Region region) {
            return new Authenticated(caller, region);
        }
    }
}
