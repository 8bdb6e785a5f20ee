package org.extenddb.iam.action;

import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_GetAccountPasswordPolicy.html">GetAccountPasswordPolicy</a> */
record GetAccountPasswordPolicy(IdentityStore store) implements QueryAction {
    @Override
    public String name() {
        return "GetAccountPasswordPolicy";
    }

    @Override
    public void answer(ActionCall call) {
        call.authorize("*", new Conditions());
        PasswordPolicy policy = store.read(call.account(), GetAccountPasswordPolicy::existing);
        ResultOutput out = call.out().begin("PasswordPolicy");
        out.number("MinimumPasswordLength", policy.minimumLength());
        out.bool("RequireSymbols", policy.symbols());
        out.bool("RequireNumbers", policy.numbers());
        out.bool("RequireUppercaseCharacters", policy.uppercase());
        out.bool("RequireLowercaseCharacters", policy.lowercase());
        out.bool("AllowUsersToChangePassword", policy.usersChange());
        out.bool("ExpirePasswords", policy.maxAgeDays() > 0);
        if (policy.maxAgeDays() > 0) {
            out.number("MaxPasswordAge", policy.maxAgeDays());
        }
        out.bool("HardExpiry", policy.hardExpiry());
        out.end();
    }

    /** @throws QueryException NoSuchEntity where IAM's own policy counts */
    static PasswordPolicy existing(AccountIdentities account) {
        Account details = account.details();
        PasswordPolicy policy = details == null ? null : details.passwordPolicy();
        if (policy == null) {
            throw QueryException.of(
                    QueryError.NO_SUCH_ENTITY,
                    MessagesIam.noPasswordPolicy(account.account().value()));
        }
        return policy;
    }
}
