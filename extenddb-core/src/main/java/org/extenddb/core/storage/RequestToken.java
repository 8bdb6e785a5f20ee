package org.extenddb.core.storage;

import java.time.Duration;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Region;

/**
 * What makes a repeated request known as such: the token that its client chose, and which request it was chosen for.
 *
 * @param fingerprint equal for equal requests, and for no others
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TransactWriteItems.html">ClientRequestToken</a>
 */
public record RequestToken(AccountId account, Region region, String token, ByteString fingerprint) {
    /** How long a token is remembered after the request that first used it took effect. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);
}
