package org.extenddb.core.sigv4;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.extenddb.core.wire.WireRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The examples of AWS's documentation and of its Signature Version 4 test suite. */
class PublishedVectorsTest {
    private static final String SECRET = "wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY";
    private static final Instant NOW = Instant.parse("2015-08-30T12:36:00Z");

    @Test
    void hmac_keyExampleOfTheDocumentation_agrees() {
        byte[] date = Sha256.hmac(
                ("AWS4" + SECRET).getBytes(StandardCharsets.UTF_8), "20120215".getBytes(StandardCharsets.UTF_8));

        assertThat(date)
                .asHexString()
                .isEqualToIgnoringCase("969fbb94feb542b71ede6f87fe4d5fa29c789342b0f407474670f0c2489e0a0d");
    }

    @Test
    void canonicalRequest_listUsersExample_hasTheDocumentedHash() {
        byte[] canonical = CanonicalRequest.of(listUsers("5d672d79"), List.of("content-type", "host", "x-amz-date"));

        assertThat(Sha256.hex(canonical)).isEqualTo("f536975d06c0309214f805bb90ccff089219ecd68b2577efef23edd43b7e1a59");
    }

    @Test
    void read_listUsersExample_isSigned() {
        WireRequest request = listUsers("5d672d79c15b13162d9279b0855cfba6789a8edb4c82c400e06b5924a6f2b5d7");

        assertThat(isSigned(request, "iam")).isTrue();
    }

    static Stream<Arguments> suite() {
        return Stream.of(
                vector("GET", "/", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
                vector("POST", "/", "", "5da7c1a2acd57cee7505fc6676e4e544621c30862966e37dddb68e92efbe5d6b"),
                vector("GET", "//", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
                vector("GET", "/example/..", "", "5fa00fa31553b73ebf1942676e86291e8372ff2a2260956d9b8aae1d763fbf31"),
                vector(
                        "GET",
                        "/example space/",
                        "",
                        "652487583200325589f1fba4c7e578f72c47cb61beeca81406b39ddec1366741"),
                vector("GET", "/\u1234", "", "8318018e0b0f223aa2bbf98705b62bb787dc9c0e678f255a891fd03141be5d85"),
                vector(
                        "GET",
                        "/",
                        "Param2=value2&Param1=value1",
                        "b97d918cfa904a5beff61c982a1b6f458b799221646efd99d3219ec94cdf2500"));
    }

    @ParameterizedTest
    @MethodSource("suite")
    void read_vectorOfTheSuite_isSigned(SignedRequests request, String signature) {
        assertThat(isSigned(
                        request.header("Authorization", authorization("host;x-amz-date", signature))
                                .build(),
                        "service"))
                .isTrue();
    }

    @Test
    void read_headerValuesWithBlanks_areTrimmedAndFolded() {
        WireRequest request = base("GET", "/", "")
                .header("My-Header1", " value1")
                .header("My-Header2", " \"a   b   c\"")
                .header(
                        "Authorization",
                        authorization(
                                "host;my-header1;my-header2;x-amz-date",
                                "acc3ed3afb60bb290fc8d2dd0098b9911fcaa05412b367055dee359757a9c736"))
                .build();

        assertThat(isSigned(request, "service")).isTrue();
    }

    @Test
    void read_headerSentSeveralTimes_isJoinedInTheOrderSent() {
        WireRequest request = base("GET", "/", "")
                .header("My-Header1", "value2")
                .header("My-Header1", "value2")
                .header("My-Header1", "value1")
                .header(
                        "Authorization",
                        authorization(
                                "host;my-header1;x-amz-date",
                                "c9d5ea9f3f72853aea855b47ea873832890dbdd183b4468f858259531a5138ea"))
                .build();

        assertThat(isSigned(request, "service")).isTrue();
    }

    private static Arguments vector(String method, String path, String query, String signature) {
        return Arguments.of(base(method, path, query), signature);
    }

    private static SignedRequests base(String method, String path, String query) {
        return SignedRequests.request(method, path, query)
                .header("Host", "example.amazonaws.com")
                .header("X-Amz-Date", "20150830T123600Z");
    }

    private static WireRequest listUsers(String signature) {
        return SignedRequests.request("GET", "/", "Action=ListUsers&Version=2010-05-08")
                .header("Content-Type", "application/x-www-form-urlencoded; charset=utf-8")
                .header("Host", "iam.amazonaws.com")
                .header("X-Amz-Date", "20150830T123600Z")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/iam/aws4_request,"
                                + " SignedHeaders=content-type;host;x-amz-date, Signature=" + signature)
                .build();
    }

    private static String authorization(String signedHeaders, String signature) {
        return "AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/20150830/us-east-1/service/aws4_request, SignedHeaders="
                + signedHeaders + ", Signature=" + signature;
    }

    private static boolean isSigned(WireRequest request, String service) {
        SignedRequest signed = SignedRequest.read(request, service, NOW);
        return signed.isSignedWith(SigningKey.derive(SECRET, signed.scope()));
    }
}
