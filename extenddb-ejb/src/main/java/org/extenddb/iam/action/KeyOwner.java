package org.extenddb.iam.action;

import java.util.Objects;
import java.util.regex.Pattern;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.core.validation.Violations;
import org.extenddb.iam.ActionCall;
import org.jspecify.annotations.Nullable;

/** Whose access keys a call is about: those of the user it names, or the caller's own. */
final class KeyOwner {
    private static final int QUOTA = 2;
    private static final Pattern ID_PATTERN = Pattern.compile("\\w+");

    private KeyOwner() {}

    /** @return null for the root user */
    static @Nullable String userName(ActionCall call) {
        String named = IamInput.optionalName(call.in(), "UserName", IamInput.NAME);
        if (named != null) {
            return named;
        }
        Principal principal = call.caller().principal();
        if (principal instanceof Principal.Root) {
            return null;
        }
        if (principal.userName() == null) {
            throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesIam.USER_NAME_NEEDED);
        }
        return principal.userName();
    }

    /** The user, once the call was authorized for it; null for the root user. */
    static @Nullable Identity authorized(ActionCall call, AccountIdentities account, @Nullable String userName) {
        if (userName != null) {
            return Targets.authorized(call, account, IdentityKind.USER, userName);
        }
        call.authorize(call.caller().arn(), new Conditions());
        return null;
    }

    /** A key of this user. */
    static StoredAccessKey key(AccountIdentities account, @Nullable Identity user, String accessKeyId) {
        StoredAccessKey key = account.accessKey(accessKeyId);
        if (key == null || !Objects.equals(key.identityId(), user == null ? null : user.id())) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noSuchKey(accessKeyId));
        }
        return key;
    }

    /** An id as it was sent. */
    static String accessKeyId(ActionCall call) {
        String accessKeyId = call.in().required("AccessKeyId");
        new Violations()
                .length("accessKeyId", accessKeyId, 16, 128)
                .pattern("accessKeyId", accessKeyId, ID_PATTERN)
                .check();
        return accessKeyId;
    }

    /** Refuses one more key than a user may have, and any of an account that was closed after the call was authenticated. */
    static void requireRoom(AccountIdentities account, @Nullable Identity user) {
        Account details = account.details();
        if (details != null && details.isClosed()) {
            throw QueryException.of(QueryError.ACCESS_DENIED, MessagesIam.accountClosed(details.id()));
        }
        if (account.accessKeys(user == null ? null : user.id()).size() >= QUOTA) {
            throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.quota("AccessKeysPerUser", QUOTA));
        }
    }

    /** What the user is called in answers. */
    static String shownName(@Nullable Identity user) {
        return user == null ? "" : user.name();
    }
}
