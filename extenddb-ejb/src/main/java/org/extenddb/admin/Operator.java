package org.extenddb.admin;

import org.extenddb.auth.Authenticated;

/** Somebody who has signed in to the administration. */
public sealed interface Operator {
    /** As records of changes name them. */
    String name();

    /** An administrator of the installation, who may do everything in every account. */
    record Administrator(String administrator) implements Operator {
        @Override
        public String name() {
            return "administrator/" + administrator;
        }
    }

    /** A user of an account, who may do there what policies say. */
    record AccountUser(Authenticated authenticated) implements Operator {
        @Override
        public String name() {
            return authenticated.caller().arn();
        }
    }
}
