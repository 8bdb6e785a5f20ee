package org.extenddb.iam.action;

import java.util.List;
import java.util.Map;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/**
 * ListUserTags and ListRoleTags.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_ListUserTags.html">ListUserTags</a>
 */
record ListIdentityTags(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "List" + kind.title() + "Tags";
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        Page page = Page.of(call.in());
        Identity identity =
                store.read(call.account(), account -> Targets.authorized(call, account, kind, identityName));
        page.writePartOf(
                "Tags",
                List.copyOf(identity.tags().entrySet()),
                Map.Entry::getKey,
                call.out(),
                tag -> call.out().text("Key", tag.getKey()).text("Value", tag.getValue()));
    }
}
