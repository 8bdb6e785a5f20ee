package org.extenddb.core.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.wire.WireRequest;
import org.junit.jupiter.api.Test;

class SdkSignedRequestTest {
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final byte[] BODY = "{\"TableName\":\"Music\"}".getBytes(StandardCharsets.UTF_8);

    @Test
    void isSignedWith_headerForm_holds() {
        assertThat(isAccepted(SdkSigner.sign(BODY, NOW, null))).isTrue();
    }

    @Test
    void isSignedWith_sessionToken_holdsAndTokenIsRead() {
        WireRequest request = SdkSigner.sign(BODY, NOW, "token/+=");

        assertThat(isAccepted(request)).isTrue();
        assertThat(SignedRequest.read(request, "dynamodb", NOW).securityToken()).isEqualTo("token/+=");
    }

    @Test
    void isSignedWith_presigned_holds() {
        assertThat(isAccepted(SdkSigner.presign(BODY, NOW, Duration.ofMinutes(5))))
                .isTrue();
    }

    @Test
    void isSignedWith_duplicateAndOddQueryKeys_holds() {
        WireRequest request = SdkSigner.sign(BODY, "b=2&a=z&a=%2F%20x&a=&%C3%A9=1&c", NOW, null, null);

        assertThat(isAccepted(request)).isTrue();
    }

    @Test
    void isSignedWith_otherSecret_fails() {
        SignedRequest signed = SignedRequest.read(SdkSigner.sign(BODY, NOW, null), "dynamodb", NOW);

        assertThat(signed.isSignedWith(SigningKey.derive(SdkSigner.SECRET + "x", signed.scope())))
                .isFalse();
    }

    @Test
    void read_region_isThatOfTheScope() {
        CredentialScope scope = SignedRequest.read(SdkSigner.sign(BODY, NOW, null), "dynamodb", NOW)
                .scope();

        assertThat(scope).isEqualTo(new CredentialScope("20260301", "eu-west-1", "dynamodb"));
    }

    @Test
    void isSignedWith_anyBitOfBodyOrSignedPartChanged_isRefused() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        WireRequest inHeader = SdkSigner.sign(BODY, NOW, "token");
        WireRequest inQuery = SdkSigner.presign(BODY, NOW, Duration.ofMinutes(15));
        for (int round = 0; round < 2_000; round++) {
            WireRequest original = round % 2 == 0 ? inHeader : inQuery;
            WireRequest changed = change(original, random);
            assertThat(isAccepted(changed))
                    .as("seed %d round %d: %s", seed, round, changed)
                    .isFalse();
        }
    }

    @Test
    void read_textsMadeOfAnything_neverFailOtherwiseThanWithAnAwsError() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        String alphabet = "AWS4-HMAC-SHA256 Credential=/,;SignedHeaders=host;Signature=%&+ \u00e9";
        for (int round = 0; round < 5_000; round++) {
            String authorization = "AWS4-" + randomText(alphabet, random);
            String query = round % 3 == 0 ? "X-Amz-Algorithm=" + randomText(alphabet, random) : "";
            SignedRequests request = SignedRequests.request("POST", "/" + randomText("./%a", random), query)
                    .header("host", randomText(alphabet, random))
                    .header("x-amz-date", round % 2 == 0 ? "20260301T120000Z" : randomText("0123456789TZ", random));
            WireRequest built = (query.isEmpty() ? request.header("authorization", authorization) : request).build();
            assertThatThrownBy(() -> {
                        if (!isAccepted(built)) {
                            throw SignatureErrors.invalid("refused");
                        }
                    })
                    .as("seed %d round %d", seed, round)
                    .isInstanceOf(DynamoDbException.class);
        }
    }

    private static boolean isAccepted(WireRequest request) {
        try {
            SignedRequest signed = SignedRequest.read(request, "dynamodb", NOW);
            return signed.accessKeyId().equals(SdkSigner.ACCESS_KEY_ID)
                    && signed.isSignedWith(SigningKey.derive(SdkSigner.SECRET, signed.scope()));
        } catch (DynamoDbException e) {
            return false;
        }
    }

    /** Flips one bit of the body, of a signed header's value, of the query or of the method. */
    private static WireRequest change(WireRequest request, Random random) {
        byte[] body = request.body().clone();
        String query = request.rawQuery();
        Map<String, List<String>> headers = new HashMap<>(request.headers());
        int what = random.nextInt(query.isEmpty() ? 2 : 3);
        if (what == 0) {
            body[random.nextInt(body.length)] ^= (byte) (1 << random.nextInt(8));
        } else if (what == 1) {
            List<String> names = new ArrayList<>(headers.keySet());
            names.removeAll(List.of("user-agent", "authorization"));
            String name = names.get(random.nextInt(names.size()));
            headers.put(name, List.of(flip(headers.get(name).get(0), random)));
        } else {
            query = flip(query, random);
        }
        return new WireRequest("POST", "/", query, headers, body, "127.0.0.1", false);
    }

    private static String flip(String text, Random random) {
        int at = random.nextInt(text.length());
        char flipped = (char) (text.charAt(at) ^ (1 << random.nextInt(5)));
        return text.substring(0, at) + flipped + text.substring(at + 1);
    }

    private static String randomText(String alphabet, Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }
}
