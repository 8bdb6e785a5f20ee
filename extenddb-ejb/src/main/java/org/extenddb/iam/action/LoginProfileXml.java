package org.extenddb.iam.action;

import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.AccountIdentities;

/** Login profiles as IAM finds and writes them. */
final class LoginProfileXml {
    private LoginProfileXml() {}

    static LoginProfile existing(AccountIdentities account, Identity user) {
        LoginProfile profile = account.loginProfile(user.id());
        if (profile == null) {
            throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.noLoginProfile(user.name()));
        }
        return profile;
    }

    static void write(Identity user, LoginProfile profile, ResultOutput out) {
        out.begin("LoginProfile");
        out.text("UserName", user.name());
        out.time("CreateDate", profile.createdAt());
        out.bool("PasswordResetRequired", profile.password().mustChange());
        out.end();
    }
}
