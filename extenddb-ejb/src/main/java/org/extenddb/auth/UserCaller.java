package org.extenddb.auth;

import java.util.function.Supplier;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.identity.Identity;
import org.jspecify.annotations.Nullable;

/** The user whose access key it is, with the rights of now. */
final class UserCaller implements Supplier<@Nullable Caller> {
    private final IdentityRef ref;
    private final String accessKeyId;
    private final IdentityRightsCache rights;
    private volatile @Nullable Known known;

    UserCaller(IdentityRef ref, String accessKeyId, IdentityRightsCache rights) {
        this.ref = ref;
        this.accessKeyId = accessKeyId;
        this.rights = rights;
    }

    private record Known(IdentityRights rights, Caller caller) {}

    @Override
    public @Nullable Caller get() {
        IdentityRights current = rights.find(ref);
        if (current == null) {
            return null;
        }
        Known last = known;
        if (last == null || last.rights() != current) {
            last = new Known(current, new Caller(principal(current.identity()), accessKeyId, current.policies()));
            known = last;
        }
        return last.caller();
    }

    private static Principal principal(Identity user) {
        return new Principal.User(user.account(), user.arn(), user.name(), user.id(), user.tags(), null);
    }
}
