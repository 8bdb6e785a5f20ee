package org.extenddb.iam.action;

import java.util.Map;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * TagUser and TagRole.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_TagUser.html">TagUser</a>
 */
record TagIdentity(IdentityStore store, IdentityKind kind) implements QueryAction {
    @Override
    public String name() {
        return "Tag" + kind.title();
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        String identityName = IamInput.name(call.in(), kind.title() + "Name", IamInput.NAME);
        Map<String, String> tags = IamInput.tags(call.in());
        store.<@Nullable Object>change(call.account(), account -> {
            Identity target = account.find(kind, identityName);
            call.authorize(
                    Targets.arn(account, kind, identityName, target),
                    Conditions.of(target).requestTags(tags));
            Identity identity = Targets.existing(kind, identityName, target);
            account.save(identity.withTags(TagChange.adding(identity.tags(), tags, kind.title())));
            return null;
        });
    }
}
