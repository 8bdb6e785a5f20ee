package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.StorageUnavailableException;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.telemetry.AnsweredRequest;
import org.extenddb.telemetry.RequestObserver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class QueryPipelineTest {
    /** Whoever has signed may do these. */
    private static final Set<String> FREE = Set.of("GetCallerIdentity", "GetSessionToken");

    /** Their own rule says no, which reads otherwise. */
    private static final Set<String> BY_TRUST = Set.of("AssumeRole");

    private static final String PARAMETERS = "Password=Secret-of-1&OldPassword=Secret-of-1&NewPassword=Secret-of-2&"
            + "UserName=u&GroupName=g&RoleName=r&PolicyName=p&VersionId=v1&Status=Active"
            + "&PolicyArn=arn:aws:iam::111122223333:policy/p&PermissionsBoundary=arn:aws:iam::111122223333:policy/p"
            + "&AccessKeyId=AKIAIOSFODNN7EXAMPLE&RoleArn=arn:aws:iam::111122223333:role/r&RoleSessionName=session"
            + "&PolicyDocument=%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow%22%2C"
            + "%22Action%22%3A%22s3%3A*%22%2C%22Resource%22%3A%22*%22%7D%5D%7D&Description=d&Tags.member.1.Key=k"
            + "&Tags.member.1.Value=v&TagKeys.member.1=k&ActionNames.member.1=s3%3AGetObject"
            + "&PolicySourceArn=arn:aws:iam::111122223333:user/u";

    private static final String TRUST =
            "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A%22Allow"
                    + "%22%2C%22Principal%22%3A%7B%22AWS%22%3A%22*%22%7D%2C%22Action%22%3A%22sts%3AAssumeRole%22%7D%5D%7D";

    @Test
    void answer_ofAnAction_hasItsNamespaceResultAndRequestId() {
        WireResponse response = IamServer.ofRoot().post("Action=CreateUser&Version=2010-05-08&UserName=nina", Map.of());

        assertThat(response.status()).isEqualTo(200);
        assertThat(response.contentType()).isEqualTo("text/xml");
        assertThat(text(response))
                .matches("<CreateUserResponse"
                        + " xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><CreateUserResult><User>.*"
                        + "</User></CreateUserResult><ResponseMetadata><RequestId>" + response.requestId()
                        + "</RequestId></ResponseMetadata></CreateUserResponse>");
    }

    @Test
    void answer_ofAnError_hasItsNamespaceTypeAndRequestId() {
        WireResponse response = IamServer.ofRoot().post("Action=GetUser&Version=2010-05-08&UserName=nobody", Map.of());

        assertThat(response.status()).isEqualTo(404);
        assertThat(text(response))
                .isEqualTo("<ErrorResponse"
                        + " xmlns=\"https://iam.amazonaws.com/doc/2010-05-08/\"><Error><Type>Sender</Type><Code>NoSuchEntity</Code><Message>The"
                        + " user with name nobody"
                        + " cannot be"
                        + " found.</Message></Error>"
                        + "<RequestId>" + response.requestId() + "</RequestId></ErrorResponse>");
    }

    @Test
    void answer_ofSts_hasItsNamespace() {
        assertThat(text(IamServer.ofRoot().post("Action=GetCallerIdentity&Version=2011-06-15", Map.of())))
                .startsWith("<GetCallerIdentityResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\">");
    }

    @Test
    void form_thatIsNone_isRefused() {
        assertError("Action=%zz&Version=2010-05-08", 400, "MalformedQueryString");
        assertError("Action=ListUsers&Action=ListRoles&Version=2010-05-08", 400, "MalformedQueryString");
        assertError("Action=%FF&Version=2010-05-08", 400, "MalformedQueryString");
        assertError("x=y&".repeat(300_000), 413, "RequestEntityTooLarge");
        assertError("", 400, "MissingAction");
        assertError("Action=ListUsers", 400, "InvalidAction");
        assertError("Action=ListUsers&Version=2011-06-15", 400, "InvalidAction");
        assertError("Action=GetCallerIdentity&Version=2010-05-08", 400, "InvalidAction");
    }

    /** The protocol writes XML and never reads any: a document type stays a text. */
    @Test
    void xml_inAParameter_isNothingSpecial() {
        WireResponse response = IamServer.ofRoot()
                .post(
                        "Action=CreateRole&Version=2010-05-08&RoleName=r&Description=%3C!DOCTYPE%20x%20%5B%3C!ENTITY%20e%20SYSTEM"
                                + "%20%22file%3A%2F%2F%2Fetc%2Fpasswd%22%3E%5D%3E%26e%3B&AssumeRolePolicyDocument="
                                + TRUST,
                        Map.of());

        assertThat(text(response))
                .contains("<Description>&lt;!DOCTYPE x [&lt;!ENTITY e SYSTEM"
                        + " &quot;file:///etc/passwd&quot;&gt;]&gt;&amp;e;</Description>");
    }

    @Test
    void unsigned_isRefusedBeforeAnythingIsDone() {
        IamServer server = IamServer.signed((sender, context, requests) -> {});
        WireResponse response = server.post("Action=CreateUser&Version=2010-05-08&UserName=nina", Map.of());

        assertThat(response.status()).isEqualTo(403);
        assertThat(text(response)).contains("<Code>MissingAuthenticationToken</Code>");
        assertThat(IamServer.ofRoot().answer("GetUser", "UserName=nina")).startsWith("! 404");
    }

    /** It would be imported again. */
    @Test
    void bootstrapKey_isNotDeletedButCanBeDeactivated() {
        IamServer server = IamServer.ofRoot();
        String key = "AccessKeyId=" + IamServer.BOOTSTRAP_ID;
        server.identities().store().<@Nullable Object>change(IamServer.ACCOUNT, account -> {
            account.insert(server.identities()
                    .secrets()
                    .importing(IamServer.ACCOUNT, null, IamServer.BOOTSTRAP_ID, "secret")
                    .stored());
            return null;
        });

        assertThat(server.answer("DeleteAccessKey", key))
                .isEqualTo("! 409 DeleteConflict Cannot delete entity, must remove the access key from the server's"
                        + " configuration first, or deactivate it.");
        assertThat(server.answer("UpdateAccessKey", key + "&Status=Inactive")).isEqualTo("< -");
        assertThat(server.answer("ListAccessKeys", "")).contains("<Status>Inactive</Status>");
    }

    /** Whatever an action is about, and whether that is there or not. */
    @Test
    void everyAction_ofACallerWithoutRights_isDenied() {
        Principal.User user =
                new Principal.User(IamServer.ACCOUNT, "arn:aws:iam::111122223333:user/u", "u", "AIDAU", Map.of(), null);
        Caller nobody = new Caller(user, "AKIAU", PrincipalPolicies.NONE);
        IamServer server = new IamServer(
                (request, service) -> new Authenticated(nobody, new Region("us-east-1")),
                (sender, context, requests) -> {
                    throw DynamoDbException.of(ErrorCode.ACCESS_DENIED, "denied");
                });
        for (QueryService service : QueryService.values()) {
            Set<String> actions = new TreeSet<>(server.registry().names(service));
            assertThat(actions).isNotEmpty();
            for (String action : actions) {
                String answer = server.answer(action, PARAMETERS + "&AssumeRolePolicyDocument=" + TRUST);
                if (FREE.contains(action)) {
                    assertThat(answer).as(action).startsWith("< ");
                } else if (BY_TRUST.contains(action)) {
                    assertThat(answer).as(action).startsWith("! 403 AccessDenied ");
                } else if (action.equals("UpdateAssumeRolePolicy")) {
                    assertThat(server.answer(action, "RoleName=r&PolicyDocument=" + TRUST))
                            .isEqualTo("! 403 AccessDenied denied");
                } else {
                    assertThat(answer).as(action).isEqualTo("! 403 AccessDenied denied");
                }
            }
        }
    }

    @Test
    void handle_anyCall_isObservedOnceWithoutSecrets() {
        List<AnsweredRequest> seen = new ArrayList<>();
        IamServer server = IamServer.observed(seen::add);

        server.answer("CreateUser", "UserName=nina");
        server.answer("CreateLoginProfile", "UserName=nina&Password=Secret-of-1");
        server.answer("GetUser", "UserName=none");
        server.answer("MadeUp", "UserName=none");

        assertThat(seen).hasSize(4);
        assertThat(seen.get(1).service()).isEqualTo("iam");
        assertThat(seen.get(1).operation()).isEqualTo("CreateLoginProfile");
        assertThat(seen.get(1).error()).isNull();
        assertThat(seen.get(1).caller()).isNotNull();
        assertThat(seen.get(1).accesses().get(0).resource()).isEqualTo("arn:aws:iam::111122223333:user/nina");
        assertThat(seen.get(1).parameters().get()).isEqualTo("{Password=***, UserName=nina}");
        assertThat(seen.get(2).error()).isEqualTo("NoSuchEntity");
        assertThat(seen.get(3).operation()).isNull();
        assertThat(seen.get(3).error()).isEqualTo("InvalidAction");
    }

    /** Nothing is changed of which there is no record. */
    @Test
    void handle_changeThatCannotBeWrittenDown_fails() {
        IamServer server = IamServer.observed(new RequestObserver() {
            @Override
            public void changing(AnsweredRequest request) {
                throw new StorageUnavailableException("no audit log", new IllegalStateException());
            }

            @Override
            public void answered(AnsweredRequest request) {
                assertThat(request.recorded()).isFalse();
            }
        });

        assertThat(server.answer("CreateUser", "UserName=nina")).startsWith("! 500 ServiceFailure");
    }

    @Test
    void handle_changes_areRecordedBeforeTheyAreAnswered() {
        List<String> seen = new ArrayList<>();
        IamServer server = IamServer.observed(new RequestObserver() {
            @Override
            public void changing(AnsweredRequest request) {
                seen.add("changing " + request.operation());
            }

            @Override
            public void answered(AnsweredRequest request) {
                seen.add("answered " + request.operation() + " " + request.recorded());
            }
        });

        server.answer("CreateUser", "UserName=nina");
        server.answer("CreateUser", "UserName=nina");
        server.answer("GetUser", "UserName=nina");

        assertThat(seen)
                .containsExactly(
                        "changing CreateUser",
                        "answered CreateUser true",
                        "answered CreateUser false",
                        "answered GetUser false");
    }

    private static void assertError(String form, int status, String code) {
        WireResponse response = IamServer.ofRoot().post(form, Map.of());
        assertThat(response.status()).isEqualTo(status);
        assertThat(text(response)).contains("<Code>" + code + "</Code>");
    }

    private static String text(WireResponse response) {
        return new String(response.body(), StandardCharsets.UTF_8);
    }
}
