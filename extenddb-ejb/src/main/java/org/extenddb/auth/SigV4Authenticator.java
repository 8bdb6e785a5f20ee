package org.extenddb.auth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesSignature;
import org.extenddb.core.model.Region;
import org.extenddb.core.sigv4.SignedRequest;
import org.extenddb.core.wire.WireRequest;

/**
 * Knows the sender by its signature. A security token beside a permanent key proves nothing the signature does not, and some tools
 * send one: it is covered by the signature and otherwise left alone. Temporary keys will be found by their ids like permanent ones,
 * with the token they need.
 */
@SingleInstance
public final class SigV4Authenticator implements Authenticator {
    /** DynamoDB and its streams are signed for alike. */
    private static final String SERVICE = "dynamodb";

    private static final Logger LOG = Logger.getLogger("org.extenddb.auth");

    private final AccessKeyCache keys;
    private final Clock clock;

    @Inject
    public SigV4Authenticator(AccessKeyCache keys) {
        this(keys, Clock.systemUTC());
    }

    SigV4Authenticator(AccessKeyCache keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    @Override
    public Authenticated authenticate(WireRequest request) {
        SignedRequest signed = SignedRequest.read(request, SERVICE, clock.instant());
        AccessKey key = find(signed.accessKeyId());
        if (!key.signed(signed)) {
            throw DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, MessagesSignature.MISMATCH);
        }
        return new Authenticated(key.caller(), new Region(signed.scope().region()));
    }

    private AccessKey find(String accessKeyId) {
        AccessKey key;
        try {
            key = keys.find(accessKeyId);
        } catch (SecretUnreadableException e) {
            LOG.log(Level.SEVERE, () -> "EXDB0112E: A request could not be authenticated: " + e.getMessage());
            throw DynamoDbException.of(ErrorCode.SERVICE_UNAVAILABLE, MessagesSignature.CANNOT_VERIFY);
        }
        if (key == null) {
            throw DynamoDbException.of(ErrorCode.UNRECOGNIZED_CLIENT, MessagesSignature.INVALID_TOKEN);
        }
        return key;
    }
}
