package org.extenddb.core.sigv4;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.wire.WireRequest;
import org.junit.jupiter.api.Test;

/** Each way to get a signature wrong, and AWS's words for it. */
class SignatureTextsTest {
    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");
    private static final String SCOPE = "AKIDEXAMPLE/20150830/us-east-1/dynamodb/aws4_request";

    @Test
    void read_nothingSigned_tokenIsMissing() {
        assertRefused(request(), ErrorCode.MISSING_AUTHENTICATION_TOKEN, "Request is missing Authentication Token");
    }

    @Test
    void read_otherScheme_tokenIsMissing() {
        assertRefused(
                request().header("authorization", "Bearer abc"),
                ErrorCode.MISSING_AUTHENTICATION_TOKEN,
                "Request is missing Authentication Token");
    }

    @Test
    void read_headerAndQuery_isRefused() {
        assertRefused(
                SignedRequests.request("POST", "/", "X-Amz-Algorithm=AWS4-HMAC-SHA256")
                        .header("authorization", "AWS4-HMAC-SHA256"),
                ErrorCode.INVALID_SIGNATURE,
                "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.");
    }

    @Test
    void read_emptyAuthorization_namesAllThatIsMissing() {
        assertRefused(
                SignedRequests.request("POST", "/", "").header("authorization", "AWS4-HMAC-SHA256"),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "Authorization header requires 'Credential' parameter. "
                        + "Authorization header requires 'Signature' parameter. "
                        + "Authorization header requires 'SignedHeaders' parameter. "
                        + "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. "
                        + "(Hashed with SHA-256 and encoded with Base64) Authorization="
                        + Sha256.base64("AWS4-HMAC-SHA256"));
    }

    @Test
    void read_blankInsideCredential_isNoPair() {
        String header = "AWS4-HMAC-SHA256 Credential= " + SCOPE + ", SignedHeaders=host, Signature=a";

        assertRefused(
                dated().header("authorization", header),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "Invalid key=value pair (missing equal-sign) in Authorization header (hashed with SHA-256 and encoded with"
                        + " Base64): '" + Sha256.base64(header) + "'.");
    }

    @Test
    void read_queryWithoutTheRest_namesAllThatIsMissing() {
        assertRefused(
                SignedRequests.request("POST", "/", "X-Amz-Algorithm"),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "AWS query-string parameters must include 'X-Amz-Algorithm'. "
                        + "AWS query-string parameters must include 'X-Amz-Credential'. "
                        + "AWS query-string parameters must include 'X-Amz-Signature'. "
                        + "AWS query-string parameters must include 'X-Amz-SignedHeaders'. "
                        + "AWS query-string parameters must include 'X-Amz-Date'. "
                        + "Re-examine the query-string parameters.");
    }

    @Test
    void read_dateThatIsNone_isRefused() {
        assertRefused(
                signed(request().header("x-amz-date", "201"), SCOPE),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "Date must be in ISO-8601 'basic format'. Got '201'. See http://en.wikipedia.org/wiki/ISO_8601");
    }

    @Test
    void read_signedTooLongAgo_isExpired() {
        assertRefused(
                signed(request().header("x-amz-date", "20150830T122059Z"), SCOPE),
                ErrorCode.INVALID_SIGNATURE,
                "Signature expired: 20150830T122059Z is now earlier than 20150830T122100Z (20150830T123600Z - 15 min.)");
    }

    @Test
    void read_signedInTheFuture_isNotYetCurrent() {
        assertRefused(
                signed(request().header("x-amz-date", "20150830T125101Z"), SCOPE),
                ErrorCode.INVALID_SIGNATURE,
                "Signature not yet current: 20150830T125101Z is still later than 20150830T125100Z"
                        + " (20150830T123600Z + 15 min.)");
    }

    @Test
    void read_fifteenMinutesEitherWay_isCurrent() {
        for (String date : new String[] {"20150830T122100Z", "20150830T125100Z"}) {
            WireRequest request =
                    signed(request().header("x-amz-date", date), SCOPE).build();

            assertThat(SignedRequest.read(request, "dynamodb", NOW).accessKeyId())
                    .isEqualTo("AKIDEXAMPLE");
        }
    }

    @Test
    void read_dateHeaderOfHttp_isAccepted() {
        WireRequest request = signed(request().header("date", "Sun, 30 Aug 2015 12:36:00 GMT"), SCOPE)
                .build();

        assertThat(SignedRequest.read(request, "dynamodb", NOW).accessKeyId()).isEqualTo("AKIDEXAMPLE");
    }

    @Test
    void read_presignedForLessThanFifteenMinutes_expiresThen() {
        WireRequest request = SdkSigner.presign(new byte[0], NOW.minusSeconds(61), Duration.ofMinutes(1));

        DynamoDbException refused =
                catchThrowableOfType(DynamoDbException.class, () -> SignedRequest.read(request, "dynamodb", NOW));
        assertThat(refused)
                .hasMessage("Signature expired: 20150830T123459Z is now earlier than 20150830T123500Z"
                        + " (20150830T123600Z - 1 min.)");
    }

    @Test
    void read_hostNotSigned_isRefused() {
        assertRefused(
                dated().header(
                                "authorization",
                                "AWS4-HMAC-SHA256 Credential=" + SCOPE + ", SignedHeaders=x-amz-date, Signature=a"),
                ErrorCode.INVALID_SIGNATURE,
                "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void read_targetNotSigned_isRefused() {
        assertRefused(
                signed(dated().header("x-amz-target", "DynamoDB_20120810.DeleteTable"), SCOPE),
                ErrorCode.INVALID_SIGNATURE,
                "'X-Amz-Target' must be a 'SignedHeader' in the AWS Authorization.");
    }

    @Test
    void read_otherAlgorithm_isRefused() {
        assertRefused(
                dated().header(
                                "authorization",
                                "AWS4-HMAC-SHA25 Credential=" + SCOPE + ", SignedHeaders=host;x-amz-date, Signature=a"),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "Unsupported AWS 'algorithm': 'AWS4-HMAC-SHA25' (only AWS4-HMAC-SHA256 for now). ");
    }

    @Test
    void read_credentialOfFourParts_isRefused() {
        assertRefused(
                signed(dated(), "a/b/c/d"),
                ErrorCode.INCOMPLETE_SIGNATURE,
                "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got 'a/b/c/d'");
    }

    @Test
    void read_scopeWrongThroughout_namesAll() {
        assertRefused(
                signed(dated(), "a/b//iam/e"),
                ErrorCode.INVALID_SIGNATURE,
                "Credential should be scoped to a valid region, not ''. "
                        + "Credential should be scoped to correct service: 'dynamodb'. "
                        + "Credential should be scoped with a valid terminator: 'aws4_request', not 'e'. "
                        + "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: "
                        + "'b' != '20150830', from '20150830T123600Z'.");
    }

    @Test
    void read_otherService_isRefused() {
        assertRefused(
                signed(dated(), "AKIDEXAMPLE/20150830/us-east-1/s3/aws4_request"),
                ErrorCode.INVALID_SIGNATURE,
                "Credential should be scoped to correct service: 'dynamodb'. ");
    }

    @Test
    void toString_signingKey_saysNothing() {
        SigningKey key = SigningKey.derive("secret", new CredentialScope("20150830", "us-east-1", "dynamodb"));

        assertThat(key).hasToString("SigningKey");
    }

    private static SignedRequests request() {
        return SignedRequests.request("POST", "/", "").header("host", "localhost");
    }

    private static SignedRequests dated() {
        return request().header("x-amz-date", "20150830T123600Z");
    }

    private static SignedRequests signed(SignedRequests request, String credential) {
        return request.header(
                "authorization",
                "AWS4-HMAC-SHA256 Credential=" + credential + ", SignedHeaders=host;x-amz-date, Signature=a");
    }

    private static void assertRefused(SignedRequests request, ErrorCode code, String message) {
        WireRequest built = request.build();
        DynamoDbException refused =
                catchThrowableOfType(DynamoDbException.class, () -> SignedRequest.read(built, "dynamodb", NOW));
        assertThat(refused).hasMessage(message);
        assertThat(refused.code()).isEqualTo(code);
    }
}
