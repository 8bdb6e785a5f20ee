package org.extenddb.auth;

import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesSignature;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.Region;
import org.extenddb.core.sigv4.SignedRequest;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;

/**
 * Knows the sender by its signature. Temporary credentials need their token, and are found by it. A security token beside a
 * permanent key proves nothing the signature does not, and some tools send one: it is covered by the signature and otherwise left
 * alone.
 */
@SingleInstance
public final class SigV4Authenticator implements Authenticator, ServiceAuthenticator {
    /** DynamoDB and its streams are signed for alike. */
    private static final String DYNAMODB = "dynamodb";

    private static final Logger LOG = Logger.getLogger("org.extenddb.auth");

    private final AccessKeyCache keys;
    private final SessionKeys sessions;
    private final AccessKeyUses uses;
    private final Clock clock;

    @Inject
    public SigV4Authenticator(AccessKeyCache keys, SessionKeys sessions, AccessKeyUses uses) {
        this(keys, sessions, uses, Clock.systemUTC());
    }

    SigV4Authenticator(AccessKeyCache keys, SessionKeys sessions, AccessKeyUses uses, Clock clock) {
        this.keys = keys;
        this.sessions = sessions;
        this.uses = uses;
        this.clock = clock;
    }

    @Override
    public Authenticated authenticate(WireRequest request) {
        return authenticate(request, DYNAMODB);
    }

    @Override
    public Authenticated authenticate(WireRequest request, String service) {
        Instant now = clock.instant();
        SignedRequest signed = SignedRequest.read(request, service, now);
        String token = signed.securityToken();
        boolean temporary = signed.accessKeyId().startsWith(UniqueIds.SESSION_KEY);
        SessionKeys.Session session = temporary && token != null ? sessions.find(token, signed.accessKeyId()) : null;
        AccessKey key = temporary ? (session == null ? null : session.key()) : find(signed.accessKeyId());
        Caller caller = verified(key, signed, now);
        if (session != null) {
            uses.used(session, signed.scope(), now);
        } else if (key != null) {
            uses.used(key, signed.scope(), now);
        }
        return new Authenticated(
                caller, new Region(signed.scope().region()), session == null ? null : session.claims());
    }

    private static Caller verified(@Nullable AccessKey key, SignedRequest signed, Instant now) {
        if (key == null) {
            throw unknown();
        }
        if (key.isExpired(now)) {
            throw DynamoDbException.of(ErrorCode.EXPIRED_TOKEN, MessagesSignature.EXPIRED_TOKEN);
        }
        if (!key.signed(signed)) {
            throw DynamoDbException.of(ErrorCode.INVALID_SIGNATURE, MessagesSignature.MISMATCH);
        }
        Caller caller = key.caller();
        if (caller == null) {
            throw unknown();
        }
        return caller;
    }

    private @Nullable AccessKey find(String accessKeyId) {
        try {
            return keys.find(accessKeyId);
        } catch (SecretUnreadableException e) {
            LOG.log(Level.SEVERE, () -> "EXDB0112E: A request could not be authenticated: " + e.getMessage());
            throw DynamoDbException.of(ErrorCode.SERVICE_UNAVAILABLE, MessagesSignature.CANNOT_VERIFY);
        }
    }

    private static DynamoDbException unknown() {
        return DynamoDbException.of(ErrorCode.UNRECOGNIZED_CLIENT, MessagesSignature.INVALID_TOKEN);
    }
}
