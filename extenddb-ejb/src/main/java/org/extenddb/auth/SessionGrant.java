package org.extenddb.auth;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * A session that is to begin; members as in {@link SessionClaims}.
 *
 * @param life from now
 */
public record SessionGrant(
        AccountId account,
        @Nullable String identityId,
        @Nullable String sessionName,
        @Nullable String policy,
        List<String> policyArns,
        Map<String, String> tags,
        Set<String> transitiveTagKeys,
        @Nullable String sourceIdentity,
        Duration life) {}
