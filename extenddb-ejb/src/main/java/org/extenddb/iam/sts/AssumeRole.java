package org.extenddb.iam.sts;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.extenddb.auth.TemporaryCredentialIssuer;
import org.extenddb.auth.TemporaryCredentialIssuer.TemporaryCredentials;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.TrustPolicy;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.queryprotocol.MessagesSts;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.iam.ActionCall;
import org.extenddb.iam.QueryAction;
import org.extenddb.iam.action.Conditions;
import org.jspecify.annotations.Nullable;

/** @see <a href="https://docs.aws.amazon.com/STS/latest/APIReference/API_AssumeRole.html">AssumeRole</a> */
record AssumeRole(IdentityStore store, TemporaryCredentialIssuer issuer) implements QueryAction {
    private static final String SET_SOURCE_IDENTITY = "sts:SetSourceIdentity";

    /** A role that was assumed by a role's session is assumed for an hour at most. */
    private static final int MAX_CHAINED_SECONDS = 3600;

    @Override
    public String name() {
        return "AssumeRole";
    }

    @Override
    public void answer(ActionCall call) {
        AssumeRoleRequest request = AssumeRoleRequest.read(call.in());
        if (call.caller().principal() instanceof Principal.Root) {
            throw QueryException.of(QueryError.ACCESS_DENIED, MessagesSts.ROOT_MAY_NOT);
        }
        if (SessionInheritance.changesSourceIdentity(request, call.sender().session())) {
            throw denied(call, request, SET_SOURCE_IDENTITY);
        }
        Identity role = trusting(call, request, find(request));
        int seconds = request.seconds();
        if (seconds > Objects.requireNonNull(role.role()).maxSessionSeconds()) {
            throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesSts.BEYOND_MAXIMUM);
        }
        if (call.caller().principal() instanceof Principal.AssumedRole && seconds > MAX_CHAINED_SECONDS) {
            throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesSts.BEYOND_CHAINING);
        }
        TemporaryCredentials credentials = issuer.issue(
                SessionInheritance.grant(request, role, call.sender().session()));
        write(call, request, role, credentials);
    }

    private @Nullable Identity find(AssumeRoleRequest request) {
        return store.read(request.roleAccount(), account -> {
            Identity role = account.find(IdentityKind.ROLE, request.roleName());
            return role == null || !role.arn().equals(request.roleArn()) ? null : role;
        });
    }

    /** The role, when it lets the caller in. Whoever may not assume a role does not learn whether there is one. */
    private static Identity trusting(ActionCall call, AssumeRoleRequest request, @Nullable Identity role) {
        List<String> actions = new ArrayList<>(List.of("sts:AssumeRole"));
        if (!SessionInheritance.tags(request, call.sender().session()).isEmpty()) {
            actions.add("sts:TagSession");
        }
        if (SessionInheritance.sourceIdentity(request, call.sender().session()) != null) {
            actions.add(SET_SOURCE_IDENTITY);
        }
        for (String action : actions) {
            if (role == null || !isAllowed(call, request, role, action)) {
                throw denied(call, request, action);
            }
        }
        call.needsNoPermission();
        return Objects.requireNonNull(role);
    }

    private static QueryException denied(ActionCall call, AssumeRoleRequest request, String action) {
        return QueryException.of(
                QueryError.ACCESS_DENIED, MessagesSts.mayNotAssume(call.caller().arn(), action, request.roleArn()));
    }

    private static boolean isAllowed(ActionCall call, AssumeRoleRequest request, Identity role, String action) {
        Conditions conditions = Conditions.of(role)
                .with("sts:externalid", request.externalId())
                .with("sts:rolesessionname", request.sessionName())
                .with(
                        "sts:sourceidentity",
                        SessionInheritance.sourceIdentity(request, call.sender().session()))
                .with(
                        "sts:transitivetagkeys",
                        List.copyOf(SessionInheritance.transitiveTagKeys(
                                request, call.sender().session())))
                .requestTags(SessionInheritance.tags(request, call.sender().session()));
        return TrustPolicy.parse(Objects.requireNonNull(role.role()).trustPolicy())
                .decide(call.caller(), new AccessRequest(action, request.roleArn(), conditions), call.request())
                .isAllowed();
    }

    private static void write(
            ActionCall call, AssumeRoleRequest request, Identity role, TemporaryCredentials credentials) {
        CredentialsResult.write(credentials, call.out());
        call.out().begin("AssumedRoleUser");
        call.out().text("AssumedRoleId", role.id() + ":" + request.sessionName());
        call.out()
                .text(
                        "Arn",
                        "arn:aws:sts::" + role.account() + ":assumed-role/" + role.name() + "/"
                                + request.sessionName());
        call.out().end();
        if (credentials.packedPercent() > 0) {
            call.out().number("PackedPolicySize", credentials.packedPercent());
        }
        call.out().text("SourceIdentity", credentials.claims().sourceIdentity());
    }
}
