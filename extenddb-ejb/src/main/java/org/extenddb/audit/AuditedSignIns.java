package org.extenddb.audit;

import jakarta.inject.Inject;
import java.util.UUID;
import org.extenddb.audit.AuditTrail.Deed;
import org.extenddb.auth.signin.KeySignInRequest;
import org.extenddb.auth.signin.KeySignInResult;
import org.extenddb.auth.signin.SignInObserver;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.Caller;

/** Writes down who signed in, or tried to. */
@SingleInstance
public final class AuditedSignIns implements SignInObserver {
    /** What the names of these actions begin with. */
    static final String ACTIONS = "signin:";

    private final AuditTrail trail;

    @Inject
    public AuditedSignIns(AuditTrail trail) {
        this.trail = trail;
    }

    @Override
    public void ended(SignInRequest request, boolean change, SignInResult result) {
        SignedIn who = result instanceof SignInResult.Accepted accepted ? accepted.who() : null;
        String resource = request.account() == null
                ? "administrator/" + request.name()
                : "account/" + request.account() + "/user/" + request.name();
        trail.write(
                who,
                new Deed(
                        change ? ACTIONS + "ChangePassword" : ACTIONS + "SignIn",
                        resource,
                        request.sourceAddress(),
                        UUID.randomUUID().toString(),
                        outcome(result),
                        who == null ? result.getClass().getSimpleName() : "",
                        ""));
    }

    @Override
    public void ended(KeySignInRequest request, KeySignInResult result) {
        Caller caller = result instanceof KeySignInResult.Accepted accepted ? accepted.caller() : null;
        AuditOutcome outcome = caller == null ? AuditOutcome.DENIED : AuditOutcome.ALLOWED;
        trail.write(
                caller,
                new Deed(
                        ACTIONS + "SignInByKey",
                        "access-key/" + request.accessKeyId(),
                        request.sourceAddress(),
                        UUID.randomUUID().toString(),
                        outcome,
                        caller == null ? result.getClass().getSimpleName() : "",
                        ""));
    }

    private static AuditOutcome outcome(SignInResult result) {
        if (result instanceof SignInResult.Accepted) {
            return AuditOutcome.ALLOWED;
        }
        boolean denied = result instanceof SignInResult.Refused || result instanceof SignInResult.Locked;
        return denied ? AuditOutcome.DENIED : AuditOutcome.FAILED;
    }
}
