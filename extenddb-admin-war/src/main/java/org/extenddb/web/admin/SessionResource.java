package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.auth.signin.BearerToken;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.model.AccountId;

/** Signing in, and who has. */
@Dependent
@Path("/")
public class SessionResource {
    private final SignIn signIn;
    private final CurrentCall current;

    @Inject
    public SessionResource(SignIn signIn, CurrentCall current) {
        this.signIn = signIn;
        this.current = current;
    }

    @POST
    @Path("sessions")
    public Response create(Credentials body) {
        AccountId account = body.account() == null ? null : Iam.id(body.account());
        SignInRequest request = new SignInRequest(
                account,
                Answers.required(body.name(), "name").replace('\0', '?'),
                Answers.required(body.password(), "password"),
                current.request().sourceIp());
        SignInResult result = body.newPassword() == null
                ? signIn.signIn(request)
                : signIn.changePassword(request, body.newPassword());
        return answer(result);
    }

    /** A later token in place of the one that is sent. */
    @POST
    @Path("sessions/renewal")
    public Response renew() {
        SignedIn who = current.get().who();
        BearerToken token = signIn.renew(current.token());
        if (token == null) {
            throw AdminException.of(AdminError.UNAUTHENTICATED, MessagesRest.SIGN_IN);
        }
        return session(who, token);
    }

    @GET
    @Path("whoami")
    public Response whoami() {
        return Answers.ok(who(current.get().who()));
    }

    private static Response answer(SignInResult result) {
        if (result instanceof SignInResult.Accepted accepted) {
            return session(accepted.who(), accepted.token());
        }
        if (result instanceof SignInResult.Locked locked) {
            throw AdminException.of(AdminError.LOCKED, MessagesRest.locked(locked.until()));
        }
        if (result instanceof SignInResult.MustChangePassword) {
            throw AdminException.of(AdminError.PASSWORD_CHANGE_NEEDED, MessagesRest.MUST_CHANGE);
        }
        if (result instanceof SignInResult.Rejected rejected) {
            throw AdminException.of(AdminError.INVALID, String.join(" ", rejected.reasons()));
        }
        if (result instanceof SignInResult.Busy) {
            throw AdminException.of(AdminError.BUSY, MessagesRest.BUSY);
        }
        throw AdminException.of(AdminError.UNAUTHENTICATED, MessagesRest.REFUSED)
                .afterWritingDown();
    }

    private static Response session(SignedIn who, BearerToken token) {
        return Response.fromResponse(Answers.ok(Fields.of("token", token.text())
                        .with("expiresAt", token.expiresAt())
                        .with("signedIn", who(who))
                        .json()))
                .status(Response.Status.CREATED)
                .build();
    }

    private static JsonObject who(SignedIn who) {
        if (who instanceof SignedIn.User user) {
            return Fields.of("kind", "user")
                    .with("name", user.name())
                    .with("accountId", user.account())
                    .with("arn", user.caller().arn())
                    .json();
        }
        return Fields.of("kind", "administrator").with("name", who.name()).json();
    }
}
