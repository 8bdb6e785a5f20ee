package org.extenddb.auth;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.extenddb.core.iam.PolicyDocument;

/** Policies of identities by their text: what a thousand users have from one group is compiled and kept once. */
final class CompiledPolicies {
    private static final long MAX_CHARACTERS = 16L << 20;

    /** About what a compiled policy takes besides its texts, in characters. */
    private static final int OVERHEAD = 500;

    private final Cache<String, PolicyDocument> compiled = Caffeine.newBuilder()
            .maximumWeight(MAX_CHARACTERS)
            .weigher((String text, PolicyDocument document) -> OVERHEAD + 2 * text.length())
            .build();

    /** @throws org.extenddb.core.iam.MalformedPolicyException when it cannot be compiled */
    PolicyDocument of(String text) {
        return compiled.get(text, PolicyDocument::parse);
    }
}
