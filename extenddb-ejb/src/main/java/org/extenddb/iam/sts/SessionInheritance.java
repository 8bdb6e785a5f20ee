package org.extenddb.iam.sts;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.extenddb.auth.SessionClaims;
import org.extenddb.auth.SessionGrant;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.queryprotocol.MessagesSts;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * What a session takes over from the session it was assumed from: transitive tags and the source identity.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_session-tags.html#id_session-tags_role-chaining">Chaining roles with session tags</a>
 */
final class SessionInheritance {
    private SessionInheritance() {}

    /** The source identity of the session, which is the one it was assumed with from the first on; null where there is none. */
    static @Nullable String sourceIdentity(AssumeRoleRequest request, @Nullable SessionClaims from) {
        return from == null || from.sourceIdentity() == null ? request.sourceIdentity() : from.sourceIdentity();
    }

    /** Whether the request brings a source identity other than the one that counts. */
    static boolean changesSourceIdentity(AssumeRoleRequest request, @Nullable SessionClaims from) {
        return request.sourceIdentity() != null && !request.sourceIdentity().equals(sourceIdentity(request, from));
    }

    /**
     * The tags of the session: those that the request brings, and transitive ones of the session it was assumed from. To inherit tags needs
     * the same permission as to bring some.
     */
    static Map<String, String> tags(AssumeRoleRequest request, @Nullable SessionClaims from) {
        Map<String, String> tags = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        tags.putAll(request.tags());
        tags.putAll(inherited(from));
        return tags;
    }

    /** The keys of those that sessions assumed from the session inherit. */
    static Set<String> transitiveTagKeys(AssumeRoleRequest request, @Nullable SessionClaims from) {
        Set<String> transitive = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        transitive.addAll(request.transitiveTagKeys());
        transitive.addAll(inherited(from).keySet());
        return transitive;
    }

    private static Map<String, String> inherited(@Nullable SessionClaims from) {
        Map<String, String> inherited = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        if (from != null) {
            from.tags().forEach((key, value) -> {
                if (from.transitiveTagKeys().stream().anyMatch(key::equalsIgnoreCase)) {
                    inherited.put(key, value);
                }
            });
        }
        return inherited;
    }

    static SessionGrant grant(AssumeRoleRequest request, Identity role, @Nullable SessionClaims from) {
        for (String key : from == null ? Set.<String>of() : from.transitiveTagKeys()) {
            if (request.tags().containsKey(key)) {
                throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesSts.inheritedTag(key));
            }
        }
        return new SessionGrant(
                role.account(),
                role.id(),
                request.sessionName(),
                request.policy(),
                request.policyArns(),
                tags(request, from),
                transitiveTagKeys(request, from),
                sourceIdentity(request, from),
                Duration.ofSeconds(request.seconds()));
    }
}
