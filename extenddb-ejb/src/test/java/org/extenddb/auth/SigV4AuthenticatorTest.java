package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.AccessKeyUse;
import org.extenddb.core.wire.WireRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SigV4AuthenticatorTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final CountingAccessKeyStore store = new CountingAccessKeyStore();
    private final TestIdentities identities = new TestIdentities(store, Identities.KEY);
    private final AccessKeyCache cache = identities.keys();
    private final Authenticator authenticator = identities.authenticator(Clock.fixed(NOW, ZoneOffset.UTC));

    @BeforeEach
    void confirm() {
        identities.caches().confirm(System.nanoTime());
    }

    @Test
    void authenticate_bootstrapKey_isImportedAndKnown() {
        Authenticated authenticated = authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));

        assertThat(authenticated)
                .isEqualTo(new Authenticated(
                        Caller.root(new AccountId("000000000000"), Identities.ACCESS_KEY_ID), new Region("eu-west-1")));
    }

    @Test
    void authenticate_sameKeyAgain_readsTheStoreNoMore() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));
        int reads = store.reads();
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));

        assertThat(store.reads()).isEqualTo(reads);
    }

    @Test
    void authenticate_keyDeactivatedAndInvalidated_isRefused() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));
        store.deactivate(Identities.ACCESS_KEY_ID);
        cache.changed(Identities.ACCESS_KEY_ID);

        assertRefused(
                signed(Identities.ACCESS_KEY_ID, SIGNATURE),
                ErrorCode.UNRECOGNIZED_CLIENT,
                "The security token included in the request is invalid.");
    }

    @Test
    void authenticate_wrongSignature_isRefused() {
        assertRefused(
                signed(Identities.ACCESS_KEY_ID, SIGNATURE.replace('a', 'b')),
                ErrorCode.INVALID_SIGNATURE,
                "The request signature we calculated does not match the signature you provided. Check your AWS Secret Access"
                        + " Key and signing method. Consult the service documentation for details.");
    }

    @Test
    void authenticate_wrongSignatureAfterAGoodOne_isRefused() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));

        assertThat(catchThrowableOfType(
                                DynamoDbException.class,
                                () -> authenticator.authenticate(
                                        signed(Identities.ACCESS_KEY_ID, SIGNATURE.replace('a', 'b'))))
                        .code())
                .isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void authenticate_unknownKey_isRefused() {
        assertRefused(
                signed("AKIDUNKNOWN", SIGNATURE),
                ErrorCode.UNRECOGNIZED_CLIENT,
                "The security token included in the request is invalid.");
    }

    @Test
    void authenticate_unknownKeyAgain_readsTheStoreNoMore() {
        assertUnknown("AKIDUNKNOWN");
        int reads = store.reads();
        for (int i = 0; i < 100; i++) {
            assertUnknown("AKIDUNKNOWN");
        }

        assertThat(store.reads()).isLessThan(reads + 10);
    }

    @Test
    void authenticate_idThatIsNone_doesNotReadTheStore() {
        assertUnknown("AKID'; DROP TABLE ddb_account; --".replace(" ", ""));
        assertUnknown("A".repeat(200));

        assertThat(store.reads()).isZero();
    }

    @Test
    void authenticate_goodKey_isMentionedOnce() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));
        identities.uses().write();
        identities.uses().write();

        assertThat(store.recorded())
                .containsExactly(new AccessKeyUse(Identities.ACCESS_KEY_ID, NOW, "eu-west-1", "dynamodb"));
    }

    @Test
    void authenticate_cacheNotConfirmed_readsTheStoreEachTime() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));
        identities.caches().confirm(System.nanoTime() - Duration.ofMinutes(1).toNanos());
        store.deactivate(Identities.ACCESS_KEY_ID);

        assertUnknown(Identities.ACCESS_KEY_ID);
    }

    private void assertUnknown(String accessKeyId) {
        assertRefused(
                signed(accessKeyId, SIGNATURE),
                ErrorCode.UNRECOGNIZED_CLIENT,
                "The security token included in the request is invalid.");
    }

    @Test
    void authenticate_noEncryptionKey_isUnavailableAndSaysWhy() {
        Authenticator keyless = new TestIdentities(store, "").authenticator(Clock.fixed(NOW, ZoneOffset.UTC));

        DynamoDbException refused = catchThrowableOfType(
                DynamoDbException.class, () -> keyless.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE)));
        assertThat(refused.code()).isEqualTo(ErrorCode.SERVICE_UNAVAILABLE);
        assertThat(refused).hasMessageContaining("encryption key");
    }

    @Test
    void toString_accessKey_hidesTheSecret() {
        authenticator.authenticate(signed(Identities.ACCESS_KEY_ID, SIGNATURE));

        assertThat(cache.find(Identities.ACCESS_KEY_ID)).hasToString("AccessKey[AKIDEXAMPLE]");
    }

    /** Of {@link #signed}, calculated with botocore. */
    private static final String SIGNATURE = "381e151e6d2755268e1534551b4a2c86d98788cf1b9ea2832fe582cba804c32c";

    private static WireRequest signed(String accessKeyId, String signature) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        headers.put("host", List.of("localhost:8000"));
        headers.put("x-amz-date", List.of("20260301T120000Z"));
        headers.put("x-amz-target", List.of("DynamoDB_20120810.ListTables"));
        headers.put(
                "authorization",
                List.of("AWS4-HMAC-SHA256 Credential=" + accessKeyId
                        + "/20260301/eu-west-1/dynamodb/aws4_request, SignedHeaders=host;x-amz-date;x-amz-target, Signature="
                        + signature));
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        return new WireRequest("POST", "/", "", headers, body, "127.0.0.1", true);
    }

    private void assertRefused(WireRequest request, ErrorCode code, String message) {
        DynamoDbException refused =
                catchThrowableOfType(DynamoDbException.class, () -> authenticator.authenticate(request));
        assertThat(refused).hasMessage(message);
        assertThat(refused.code()).isEqualTo(code);
    }
}
