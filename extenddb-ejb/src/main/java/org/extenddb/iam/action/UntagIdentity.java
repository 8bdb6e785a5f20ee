package org.extenddb.iam.action;

import java.util.List;
import java.util.SortedSet;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * UntagUser and UntagRole.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UntagUser.html">UntagUser</a>
 */
record UntagIdentity(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Untag" + kind.title();
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        SortedSet<String> keys = IamInput.tagKeys(call.in(), "TagKeys");
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).tagKeys(List.copyOf(keys)));
            Identity identity = Targets.existing(kind, identityName, target);
            account.save(identity.withTags(TagChange.removing(identity.tags(), keys)));
            return null;
        });
    }
}
