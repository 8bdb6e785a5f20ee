package org.extenddb.iam.action;

import org.extenddb.auth.AwsManagedPolicies;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;

/** Adds identities. */
final class NewIdentities {
    private NewIdentities() {}

    /** @throws QueryException EntityAlreadyExists; NoSuchEntity where its boundary is not there */
    static void insert(Identity identity, AccountIdentities account, AwsManagedPolicies awsPolicies) {
        requireFree(identity.kind(), identity.name(), account);
        String boundary = identity.grants().boundaryArn();
        if (boundary != null) {
            Targets.requireAttachable(account, awsPolicies, boundary);
        }
        account.insert(identity);
    }

    /** @throws QueryException EntityAlreadyExists */
    static void requireFree(IdentityKind kind, String name, AccountIdentities account) {
        if (account.find(kind, name) != null) {
            throw QueryException.of(QueryError.ENTITY_ALREADY_EXISTS, MessagesIam.exists(kind, name));
        }
    }
}
