package org.extenddb.auth;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What a session token says: who signs with it, until when, and what the session was restricted to.
 *
 * @param identityId the role that was assumed, or the user; null for the account's root user
 * @param sessionName of a role's session; null for others
 * @param policy the session policy; null where there is none
 * @param policyArns managed policies that are session policies too
 * @param tags of the session
 * @param transitiveTagKeys those that sessions assumed from this one inherit
 */
public record SessionClaims(
        String accessKeyId,
        String secret,
        AccountId account,
        @Nullable String identityId,
        @Nullable String sessionName,
        @Nullable String policy,
        List<String> policyArns,
        Map<String, String> tags,
        Set<String> transitiveTagKeys,
        @Nullable String sourceIdentity,
        Instant issuedAt,
        Instant expiresAt) {
    public SessionClaims {
        policyArns = List.copyOf(policyArns);
        tags = Map.copyOf(tags);
        transitiveTagKeys = Set.copyOf(transitiveTagKeys);
    }

    /** How many characters it has that callers choose. */
    int characters() {
        int characters = policy == null ? 0 : policy.length();
        for (String arn : policyArns) {
            characters += arn.length();
        }
        for (Map.Entry<String, String> tag : tags.entrySet()) {
            characters += tag.getKey().length() + tag.getValue().length();
        }
        for (String key : transitiveTagKeys) {
            characters += key.length();
        }
        return characters;
    }

    /** Says nothing of the secret. */
    @Override
    public String toString() {
        return "SessionClaims[" + accessKeyId + "]";
    }
}
