package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.auth.TemporaryCredentialIssuer.TemporaryCredentials;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What somebody can try with requests that were recorded, keys of their own and tokens of others. Each attack starts from a request that
 * is good, and is refused with AWS's error.
 */
class ForgedRequestsTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final AccountId OTHER = new AccountId("444455556666");

    private final TestIdentities identities = new TestIdentities();
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final NewAccessKey nina = user(ACCOUNT, "nina");
    private final NewAccessKey otto = user(ACCOUNT, "otto");
    private final NewAccessKey stranger = user(OTHER, "nina");

    @BeforeEach
    void confirm() {
        identities.caches().confirm(System.nanoTime());
    }

    @Test
    void anySignedPartAltered_isRefused() {
        List<UnaryOperator<WireRequest>> alterations = List.of(
                it -> with(it, "GET", it.rawPath(), it.rawQuery(), it.headers(), it.body()),
                it -> with(it, it.method(), "/x", it.rawQuery(), it.headers(), it.body()),
                it -> with(it, it.method(), "/../x", it.rawQuery(), it.headers(), it.body()),
                it -> with(it, it.method(), it.rawPath(), "a=b", it.headers(), it.body()),
                it -> with(it, it.method(), it.rawPath(), it.rawQuery(), it.headers(), utf8("{\"Limit\":2}")),
                it -> with(it, it.method(), it.rawPath(), it.rawQuery(), it.headers(), utf8("")),
                it -> header(it, "host", "elsewhere:8000"),
                it -> header(it, "x-amz-target", "DynamoDB_20120810.DeleteTable"),
                it -> header(it, "x-amz-target", "DynamoDB_20120810.ListTables", "DynamoDB_20120810.DeleteTable"),
                it -> header(it, "host", "localhost:8000", "elsewhere:8000"),
                it -> header(it, "content-type", "application/x-amz-json-1.1"));
        WireRequest good = signer(nina).sign(now);
        assertGood(good);

        for (int i = 0; i < alterations.size(); i++) {
            assertThat(refusal(alterations.get(i).apply(good), now).code())
                    .as("alteration %d", i)
                    .isEqualTo(ErrorCode.INVALID_SIGNATURE);
        }
    }

    @Test
    void dateAltered_isRefused() {
        WireRequest good = signer(nina).sign(now);
        String date = Objects.requireNonNull(good.header("x-amz-date"));
        String later = signer(nina).sign(now.plusSeconds(60)).header("x-amz-date");

        assertThat(refusal(header(good, "x-amz-date", later), now).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
        assertThat(refusal(header(good, "x-amz-date", date, later), now).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void scopeOfAnother_isRefused() {
        WireRequest good = signer(nina).sign(now);
        String id = nina.stored().accessKeyId();

        assertRefused(credential(good, "/eu-west-1/", "/us-east-1/"), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, "/dynamodb/", "/iam/"), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, "aws4_request", "aws4"), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, id, otto.stored().accessKeyId()), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, id, stranger.stored().accessKeyId()), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, id, "AKIANOBODYHASTHISKEY"), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(credential(good, "AWS4-HMAC-SHA256", "AWS4-HMAC-SHA1"), ErrorCode.INCOMPLETE_SIGNATURE);
    }

    @Test
    void signedForAnotherService_isRefused() {
        ClientSigner forIam = new ClientSigner(nina.stored().accessKeyId(), nina.secret(), "eu-west-1", "iam", null);

        assertRefused(forIam.sign(now), ErrorCode.INVALID_SIGNATURE);
        assertThat(authenticator(now)
                        .authenticate(forIam.sign(now), "iam")
                        .caller()
                        .arn())
                .endsWith("user/nina");
        DynamoDbException refusal = catchThrowableOfType(
                DynamoDbException.class,
                () -> authenticator(now).authenticate(signer(nina).sign(now), "sts"));
        assertThat(refusal.code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void secretOfAnotherKey_isRefused() {
        assertRefused(
                ClientSigner.of(nina.stored().accessKeyId(), otto.secret()).sign(now), ErrorCode.INVALID_SIGNATURE);
        assertRefused(ClientSigner.of(nina.stored().accessKeyId(), "").sign(now), ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void replay_afterFifteenMinutes_isRefused() {
        WireRequest good = signer(nina).sign(now);
        assertThat(authenticator(now.plusSeconds(890)).authenticate(good)).isNotNull();
        assertThat(refusal(good, now.plusSeconds(901)).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
        assertThat(refusal(good, now.minusSeconds(901)).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void presigned_afterItsTimeOrStretched_isRefused() {
        WireRequest good = signer(nina).presign(now, 60);
        assertThat(authenticator(now.plusSeconds(59)).authenticate(good)).isNotNull();
        assertThat(refusal(good, now.plusSeconds(61)).code()).isEqualTo(ErrorCode.INVALID_SIGNATURE);
        String stretched = good.rawQuery().replace("X-Amz-Expires=60", "X-Amz-Expires=600");
        assertThat(refusal(with(good, "POST", "/", stretched, good.headers(), good.body()), now)
                        .code())
                .isEqualTo(ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void headersNobodySigned_areRefused() {
        WireRequest good = signer(nina).sign(now);
        assertRefused(header(good, "x-amz-security-token", "anything"), ErrorCode.INVALID_SIGNATURE);
        assertRefused(header(good, "x-amz-anything", "new"), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, "host;", ""), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, ";x-amz-target", ""), ErrorCode.INVALID_SIGNATURE);
        assertRefused(credential(good, "SignedHeaders=", "SignedHeaders=absent;"), ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void twoSignatures_theFirstAloneCounts() {
        WireRequest good = signer(nina).sign(now);
        String wrong = Objects.requireNonNull(
                ClientSigner.of(otto.stored().accessKeyId(), "wrong").sign(now).header("authorization"));
        String right = Objects.requireNonNull(good.header("authorization"));

        assertRefused(header(good, "authorization", wrong, right), ErrorCode.INVALID_SIGNATURE);
        WireRequest presigned = signer(nina).presign(now, 60);
        assertRefused(header(presigned, "authorization", right), ErrorCode.INVALID_SIGNATURE);
    }

    @Test
    void keyDeactivated_isRefusedAtOnce() {
        WireRequest good = signer(nina).sign(now);
        assertGood(good);
        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.save(nina.stored().withStatus(false));
            return null;
        });
        assertRefused(good, ErrorCode.UNRECOGNIZED_CLIENT);
    }

    @Test
    void session_withoutItsTokenOrWithAnothers_isRefused() {
        TemporaryCredentials mine = session(nina, Duration.ofHours(1));
        TemporaryCredentials theirs = session(otto, Duration.ofHours(1));
        assertGood(signed(mine, mine.sessionToken()));

        assertRefused(signed(mine, null), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(signed(mine, theirs.sessionToken()), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(signed(mine, mine.sessionToken() + "A"), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(signed(mine, "A".repeat(30_000)), ErrorCode.UNRECOGNIZED_CLIENT);
        WireRequest good = signed(mine, mine.sessionToken());
        assertRefused(header(good, "x-amz-security-token", theirs.sessionToken()), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(
                new ClientSigner(
                                nina.stored().accessKeyId().replace("AKIA", "ASIA"),
                                nina.secret(),
                                "eu-west-1",
                                "dynamodb",
                                null)
                        .sign(now),
                ErrorCode.UNRECOGNIZED_CLIENT);
    }

    @Test
    void session_expired_isRefused() {
        TemporaryCredentials mine = session(nina, Duration.ofMinutes(15));
        Instant later = now.plus(Duration.ofMinutes(16));
        WireRequest request = new ClientSigner(
                        mine.claims().accessKeyId(),
                        mine.claims().secret(),
                        "eu-west-1",
                        "dynamodb",
                        mine.sessionToken())
                .sign(later);
        assertThat(refusal(request, later).code()).isEqualTo(ErrorCode.EXPIRED_TOKEN);
    }

    @Test
    void session_ofAUserWhoIsGone_isRefused() {
        TemporaryCredentials mine = session(nina, Duration.ofHours(1));
        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.delete(nina.stored());
            account.delete(Objects.requireNonNull(account.find(IdentityKind.USER, "nina")));
            return null;
        });
        assertRefused(signed(mine, mine.sessionToken()), ErrorCode.UNRECOGNIZED_CLIENT);
        assertRefused(signer(nina).sign(now), ErrorCode.UNRECOGNIZED_CLIENT);
    }

    private NewAccessKey user(AccountId account, String name) {
        identities.store().addAccount(account, "tests");
        Identity user = Identity.of(IdentityKind.USER, account, "/", name, null);
        NewAccessKey key = identities.secrets().create(account, user.id());
        identities.store().<@Nullable Object>change(account, it -> {
            it.insert(user);
            it.insert(key.stored());
            return null;
        });
        return key;
    }

    private TemporaryCredentials session(NewAccessKey of, Duration life) {
        return identities
                .issuer()
                .issue(new SessionGrant(
                        ACCOUNT, of.stored().identityId(), null, null, List.of(), Map.of(), Set.of(), null, life));
    }

    private WireRequest signed(TemporaryCredentials session, @Nullable String token) {
        return new ClientSigner(
                        session.claims().accessKeyId(), session.claims().secret(), "eu-west-1", "dynamodb", token)
                .sign(now);
    }

    private static ClientSigner signer(NewAccessKey key) {
        return ClientSigner.of(key.stored().accessKeyId(), key.secret());
    }

    private SigV4Authenticator authenticator(Instant at) {
        return identities.authenticator(Clock.fixed(at, ZoneOffset.UTC));
    }

    private void assertGood(WireRequest request) {
        assertThat(authenticator(now).authenticate(request).caller().account()).isEqualTo(ACCOUNT);
    }

    private void assertRefused(WireRequest request, ErrorCode code) {
        assertThat(refusal(request, now).code()).isEqualTo(code);
    }

    private DynamoDbException refusal(WireRequest request, Instant at) {
        DynamoDbException refusal = catchThrowableOfType(
                DynamoDbException.class, () -> authenticator(at).authenticate(request));
        assertThat(refusal).as("a refusal of %s", request.headers()).isNotNull();
        return refusal;
    }

    private static WireRequest credential(WireRequest it, String part, String other) {
        String authorization = Objects.requireNonNull(it.header("authorization"));
        assertThat(authorization).contains(part);
        return header(it, "authorization", authorization.replace(part, other));
    }

    private static WireRequest header(WireRequest it, String name, @Nullable String... values) {
        Map<String, List<String>> headers = new LinkedHashMap<>(it.headers());
        headers.put(name, List.of(values));
        return with(it, it.method(), it.rawPath(), it.rawQuery(), headers, it.body());
    }

    private static WireRequest with(
            WireRequest it, String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
        return new WireRequest(method, path, query, headers, body, it.remoteAddress(), it.secure());
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
