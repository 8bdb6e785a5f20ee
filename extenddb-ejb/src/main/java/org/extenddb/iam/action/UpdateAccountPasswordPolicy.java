package org.extenddb.iam.action;

import java.util.Objects;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/**
 * What the request does not say is as IAM has it without: nothing is kept of the policy before.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_UpdateAccountPasswordPolicy.html">UpdateAccountPasswordPolicy</a>
 */
record UpdateAccountPasswordPolicy(IdentityStore store) implements QueryAction {
    private static final int SHORTEST = 6;
    private static final int LONGEST = 128;
    private static final int MAX_AGE_DAYS = 1095;

    @Override
    public String name() {
        return "UpdateAccountPasswordPolicy";
    }

    @Override
    public boolean hasResult() {
        return false;
    }

    @Override
    public void answer(ActionCall call) {
        FormParameters in = call.in();
        PasswordPolicy policy = new PasswordPolicy(
                IamInput.number(in, "MinimumPasswordLength", SHORTEST, LONGEST, SHORTEST),
                IamInput.bool(in, "RequireSymbols"),
                IamInput.bool(in, "RequireNumbers"),
                IamInput.bool(in, "RequireUppercaseCharacters"),
                IamInput.bool(in, "RequireLowercaseCharacters"),
                IamInput.bool(in, "AllowUsersToChangePassword"),
                IamInput.number(in, "MaxPasswordAge", 1, MAX_AGE_DAYS, 0),
                IamInput.bool(in, "HardExpiry"));
        if (in.find("PasswordReusePrevention") != null) {
            throw QueryException.of(QueryError.INVALID_INPUT, MessagesIam.NO_REUSE_PREVENTION);
        }
        call.authorize("*", new Conditions());
        store.<@Nullable Object>change(call.account(), account -> {
            account.save(Objects.requireNonNull(account.details()).withPasswordPolicy(policy));
            return null;
        });
    }
}
