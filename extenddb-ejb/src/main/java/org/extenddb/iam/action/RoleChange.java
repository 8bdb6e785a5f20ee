package org.extenddb.iam.action;

import java.util.Objects;
import java.util.function.UnaryOperator;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;

/** Changes what only roles have. */
final class RoleChange {
    private RoleChange() {}

    static Identity change(ActionCall call, IdentityStore store, String roleName, UnaryOperator<RoleSettings> change) {
        return store.change(call.account(), account -> {
            Identity role = Targets.authorized(call, account, IdentityKind.ROLE, roleName);
            Identity changed = role.withRole(change.apply(Objects.requireNonNull(role.role())));
            account.save(changed);
            return changed;
        });
    }
}
