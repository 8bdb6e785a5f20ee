package org.extenddb.auth;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.SessionToken;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.jspecify.annotations.Nullable;

/** Who signs with temporary credentials: the session of a role or of a user, with the rights that role or user has now. */
final class SessionCaller implements Supplier<@Nullable Caller> {
    private static final String SESSION_POLICY = "SessionPolicy";

    private final SessionClaims claims;
    private final SessionToken token;
    private final IdentityRightsCache rights;
    private final IdentityRightsReader reader;
    private volatile @Nullable Known known;

    SessionCaller(SessionClaims claims, IdentityRightsCache rights, IdentityRightsReader reader) {
        this.claims = claims;
        this.token = new SessionToken(claims.issuedAt(), false, claims.sourceIdentity());
        this.rights = rights;
        this.reader = reader;
    }

    private record Known(@Nullable IdentityRights rights, Caller caller) {}

    @Override
    public @Nullable Caller get() {
        Known last = known;
        if (claims.identityId() == null) {
            if (!rights.isOpen(claims.account())) {
                return null;
            }
            return last == null ? remember(null, root()) : last.caller();
        }
        IdentityRights current = rights.find(new IdentityRef(claims.account(), claims.identityId()));
        if (current == null) {
            return null;
        }
        return last == null || last.rights() != current ? remember(current, caller(current)) : last.caller();
    }

    private Caller remember(@Nullable IdentityRights current, Caller caller) {
        known = new Known(current, caller);
        return caller;
    }

    private Caller root() {
        return new Caller(new Principal.Root(claims.account(), token), claims.accessKeyId(), PrincipalPolicies.NONE);
    }

    private Caller caller(IdentityRights current) {
        PrincipalPolicies own = current.policies();
        PrincipalPolicies policies = new PrincipalPolicies(own.identity(), own.boundary(), sessionPolicies());
        return new Caller(principal(current.identity()), claims.accessKeyId(), policies);
    }

    private List<NamedPolicy> sessionPolicies() {
        List<NamedPolicy> session = new ArrayList<>(reader.managed(claims.account(), claims.policyArns()));
        if (session.size() < claims.policyArns().size()) {
            // One that is gone restricted the session; without it the session would have more rights, not fewer.
            session.clear();
            session.add(new NamedPolicy(SESSION_POLICY, PolicyDocument.parse(DENY_ALL)));
        }
        if (claims.policy() != null) {
            session.add(new NamedPolicy(SESSION_POLICY, PolicyDocument.parse(claims.policy())));
        }
        return session;
    }

    private Principal principal(Identity identity) {
        if (identity.kind() == IdentityKind.USER) {
            return new Principal.User(
                    identity.account(), identity.arn(), identity.name(), identity.id(), identity.tags(), token);
        }
        Map<String, String> tags = new HashMap<>(identity.tags());
        claims.tags().forEach((key, value) -> {
            tags.keySet().removeIf(key::equalsIgnoreCase);
            tags.put(key, value);
        });
        return new Principal.AssumedRole(
                identity.account(),
                identity.arn(),
                identity.name(),
                identity.id(),
                String.valueOf(claims.sessionName()),
                tags,
                token);
    }

    private static final String DENY_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Deny\",\"Action\":\"*\",\"Resource\":\"*\"}]}";
}
