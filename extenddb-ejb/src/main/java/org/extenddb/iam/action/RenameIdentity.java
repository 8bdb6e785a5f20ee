package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * UpdateUser and UpdateGroup: another name or path. Its unique id, and with it its rights and keys, stay.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateUser.html">UpdateUser</a>
 */
record RenameIdentity(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Update" + kind.title();
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        int longest = kind == IdentityKind.USER ? IamInput.NEW_NAME : IamInput.NAME;
        String oldName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        String newName = IamInput.optionalName(call.in(), "New" + kind.title() + "Name", longest);
        String newPath = call.in().find("NewPath") == null ? null : IamInput.path(call.in(), "NewPath");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity identity = Targets.authorized(call, account, kind, oldName);
            Identity renamed = identity.withName(
                    newPath == null ? identity.path() : newPath, newName == null ? identity.name() : newName);
            call.authorize(renamed.arn(), Conditions.of(identity));
            if (!renamed.name().equalsIgnoreCase(identity.name())) {
                NewIdentities.requireFree(kind, renamed.name(), account);
            }
            account.save(renamed);
            return null;
        });
    }
}
