package org.extenddb.auth;

import org.extenddb.core.model.AccountId;

/** Names a user or role by its unique id. */
record IdentityRef(AccountId account, String identityId) {}
