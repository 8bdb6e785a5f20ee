package org.extenddb.iam.action;

import java.time.Instant;
import java.util.Set;
import java.util.regex.Pattern;
import org.extenddb.auth.IdentityRights;
import org.extenddb.auth.IdentityRightsReader;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.SessionToken;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/API_SimulatePrincipalPolicy.html">SimulatePrincipalPolicy</a> */
record SimulatePrincipalPolicy(IdentityStore store, IdentityRightsReader reader) implements QueryAction {
    private static final Pattern SOURCE_ARN = Pattern.compile("arn:aws:iam::\\d{12}:(user|group|role)/[!-~]+");
    /** What members of a group have and the group has not. */
    private static final Set<String> OF_MEMBERS = Set.of("aws:principalarn", "aws:userid", "aws:username");

    private static final String SESSION = "simulation";
    private static final int MIN_ARN = 20;
    private static final int MAX_ARN = 2048;

    @Override
    public String name() {
        return "SimulatePrincipalPolicy";
    }

    @Override
    public void answer(ActionCall call) {
        String arn = sourceArn(call.in());
        SimulationInput input = SimulationInput.read(call.in());
        IdentityRights rights = store.read(call.account(), account -> {
            Identity source = find(account, arn);
            call.authorize(arn, Conditions.of(source));
            if (source == null) {
                throw QueryException.of(QueryError.NO_SUCH_ENTITY, MessagesIam.invalidArn(arn));
            }
            return reader.rights(source, account);
        });
        PrincipalPolicies policies = rights.policies();
        boolean group = rights.identity().kind() == IdentityKind.GROUP;
        Simulation.write(
                call,
                input,
                principal(rights.identity()),
                policies.identity(),
                policies.boundary(),
                group ? OF_MEMBERS : Set.of());
    }

    private static String sourceArn(FormParameters in) {
        String arn = in.required("PolicySourceArn");
        IamInput.optional(in, "PolicySourceArn", MIN_ARN, MAX_ARN);
        if (!SOURCE_ARN.matcher(arn).matches()) {
            throw QueryException.of(QueryError.INVALID_INPUT, MessagesIam.invalidArn(arn));
        }
        return arn;
    }

    /** A group stands for a user who has its policies, a role for a session of it: {@code aws:username} is no key of one. */
    private static Principal principal(Identity source) {
        if (source.kind() == IdentityKind.ROLE) {
            return new Principal.AssumedRole(
                    source.account(),
                    source.arn(),
                    source.name(),
                    source.id(),
                    SESSION,
                    source.tags(),
                    new SessionToken(Instant.now(), false, null));
        }
        return new Principal.User(source.account(), source.arn(), source.name(), source.id(), source.tags(), null);
    }

    private static @Nullable Identity find(AccountIdentities account, String arn) {
        for (IdentityKind kind : IdentityKind.values()) {
            if (arn.startsWith(Identity.arn(account.account(), kind, "/"))) {
                Identity found = account.find(kind, arn.substring(arn.lastIndexOf('/') + 1));
                return found == null || !found.arn().equals(arn) ? null : found;
            }
        }
        return null;
    }
}
