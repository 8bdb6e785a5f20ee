package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * Lists of what does not exist here, such as instance profiles and MFA devices: tools ask for them before they delete an identity.
 *
 * @param name of the action
 * @param kind whose it would be; null where it would be the account's
 * @param member the list that is empty
 */
record ListNothing(
        IdentityStore store, String name, @Nullable IdentityKind kind, String member) implements QueryAction {
    @Override
    public void answer(ActionCall call) {
        IdentityKind owners = kind;
        String owner = owners == null ? null : IamInput.optionalName(call.in(), owners.title() + "Name", IamInput.NAME);
        if (owners == null || owner == null) {
            call.authorize("*", new Conditions());
        } else {
            store.<@Nullable Object>read(call.account(), account -> Targets.authorized(call, account, owners, owner));
        }
        call.out().texts(member, List.of());
        call.out().bool("IsTruncated", false);
    }
}
