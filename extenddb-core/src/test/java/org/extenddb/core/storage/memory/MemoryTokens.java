package org.extenddb.core.storage.memory;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.RequestToken;

/** Tokens of requests that took effect, or are about to. */
final class MemoryTokens {
    private record Use(ByteString fingerprint, boolean done, Instant expires) {}

    private final Map<List<Object>, Use> uses = new HashMap<>();

    AtomicResult once(RequestToken token, Supplier<AtomicResult> work) {
        List<Object> key = List.of(token.account(), token.region(), token.token());
        synchronized (uses) {
            Use use = uses.get(key);
            if (use != null && Instant.now().isBefore(use.expires())) {
                return !use.done()
                        ? new AtomicResult.InProgress()
                        : use.fingerprint().equals(token.fingerprint())
                                ? new AtomicResult.Repeated()
                                : new AtomicResult.TokenMismatch();
            }
            uses.put(key, new Use(token.fingerprint(), false, Instant.MAX));
        }
        boolean applied = false;
        try {
            AtomicResult result = work.get();
            applied = result instanceof AtomicResult.Applied;
            return result;
        } finally {
            end(key, token, applied);
        }
    }

    private void end(List<Object> key, RequestToken token, boolean applied) {
        synchronized (uses) {
            if (applied) {
                uses.put(key, new Use(token.fingerprint(), true, Instant.now().plus(RequestToken.LIFETIME)));
            } else {
                uses.remove(key);
            }
        }
    }
}
