package org.extenddb.iam;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.junit.jupiter.api.Test;

/** Actions of IAM behind the authorizer that goes by policies. */
class AuthorizedActionsTest {
    private static final String OF_AWS = "PolicyArn=arn:aws:iam::aws:policy/ReadOnlyAccess";
    private static final String OWN = "PolicyArn=arn:aws:iam::111122223333:policy/p";
    private static final String DOCUMENT =
            "%7B%22Version%22%3A%222012-10-17%22%2C%22Statement%22%3A%5B%7B%22Effect%22%3A"
                    + "%22Allow%22%2C%22Action%22%3A%22s3%3A*%22%2C%22Resource%22%3A%22*%22%7D%5D%7D";
    private static final String ALLOW = "{'Effect':'Allow','Action':'*','Resource':'*'}";

    private static IamServer server(Caller caller) {
        Backend backend = MemoryBackend.create();
        return new IamServer(
                (request, service) -> new Authenticated(caller, new Region("us-east-1")),
                new PolicyAuthorizer(backend.tables(), new ResourcePolicies()));
    }

    private static Caller root() {
        return Caller.root(IamServer.ACCOUNT, "AKIAROOT");
    }

    private static Caller user(String statements) {
        Principal.User user =
                new Principal.User(IamServer.ACCOUNT, "arn:aws:iam::111122223333:user/u", "u", "AIDAU", Map.of(), null);
        String document = "{'Version':'2012-10-17','Statement':[" + statements + "]}";
        NamedPolicy policy = new NamedPolicy("p", PolicyDocument.parse(document.replace('\'', '"')));
        return new Caller(user, "AKIAU", new PrincipalPolicies(List.of(policy), null, List.of()));
    }

    @Test
    void policyOfAws_canBeReadAndNotChanged() {
        for (Caller caller : List.of(root(), user(ALLOW))) {
            IamServer server = server(caller);
            assertThat(server.answer("GetPolicy", OF_AWS)).startsWith("< <Policy>");
            assertThat(server.answer("GetPolicyVersion", OF_AWS + "&VersionId=v1"))
                    .startsWith("< <PolicyVersion>");
            assertThat(server.answer("ListPolicyVersions", OF_AWS)).startsWith("< <Versions>");
            assertThat(server.answer("DeletePolicy", OF_AWS))
                    .isEqualTo("! 403 AccessDenied Cannot perform the operation on an AWS managed policy.");
        }
    }

    @Test
    void policyOfAws_withoutPermission_cannotBeRead() {
        String other = "{'Effect':'Allow','Action':'s3:*','Resource':'*'}";
        assertThat(server(user(other)).answer("GetPolicy", OF_AWS)).startsWith("! 403 AccessDenied User: ");
    }

    @Test
    void tagsOfAPolicy_areWhatConditionsSee() {
        String keys = "{'Effect':'Deny','Action':'iam:*tagPolicy','Resource':'*',"
                + "'Condition':{'ForAnyValue:StringEquals':{'aws:TagKeys':'team'}}}";
        String value = "{'Effect':'Deny','Action':'iam:TagPolicy','Resource':'*',"
                + "'Condition':{'StringEquals':{'aws:RequestTag/level':'high'}}}";
        IamServer server = server(user(ALLOW + "," + keys + "," + value));
        assertThat(server.answer("CreatePolicy", "PolicyName=p&PolicyDocument=" + DOCUMENT))
                .startsWith("< <Policy>");

        assertThat(server.answer("TagPolicy", OWN + "&Tags.member.1.Key=kind&Tags.member.1.Value=a"))
                .isEqualTo("< -");
        assertThat(server.answer("TagPolicy", OWN + "&Tags.member.1.Key=team&Tags.member.1.Value=a"))
                .startsWith("! 403 AccessDenied User: ");
        assertThat(server.answer("TagPolicy", OWN + "&Tags.member.1.Key=level&Tags.member.1.Value=high"))
                .startsWith("! 403 AccessDenied User: ");
        assertThat(server.answer("UntagPolicy", OWN + "&TagKeys.member.1=kind")).isEqualTo("< -");
        assertThat(server.answer("UntagPolicy", OWN + "&TagKeys.member.1=team"))
                .startsWith("! 403 AccessDenied User: ");
    }

    @Test
    void create_withTags_needsTheRightToTag() {
        String untagged = "{'Effect':'Allow','Action':['iam:Create*'],'Resource':'*'}";
        String tags = "&Tags.member.1.Key=team&Tags.member.1.Value=a";
        IamServer server = server(user(untagged));

        assertThat(server.answer("CreateUser", "UserName=one")).startsWith("< <User>");
        assertThat(server.answer("CreateUser", "UserName=two" + tags))
                .contains("not authorized to perform: iam:TagUser");
        assertThat(server.answer("CreatePolicy", "PolicyName=two&PolicyDocument=" + DOCUMENT + tags))
                .contains("not authorized to perform: iam:TagPolicy");
        String trust = "RoleName=two&AssumeRolePolicyDocument={\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
                + "\"Action\":\"sts:AssumeRole\"}}";
        assertThat(server.answer("CreateRole", trust + tags)).contains("not authorized to perform: iam:TagRole");
        assertThat(server(user(untagged + ",{'Effect':'Allow','Action':'iam:TagUser','Resource':'*'}"))
                        .answer("CreateUser", "UserName=two" + tags))
                .startsWith("< <User>");
    }

    /** A role's session has no user name, so that a policy for what is called like its user allows it nothing. */
    @Test
    void simulation_ofARole_isOfASession() {
        IamServer server = server(root());
        server.answer(
                "CreateRole",
                "RoleName=two&AssumeRolePolicyDocument={\"Statement\":{\"Effect\":\"Allow\",\"Principal\":\"*\","
                        + "\"Action\":\"sts:AssumeRole\"}}");
        server.answer("CreateUser", "UserName=two");
        String simulated = "&ActionNames.member.1=s3:GetObject&ResourceArns.member.1=arn:aws:s3:::bucket/two"
                + "&PolicyInputList.member.1={\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\","
                + "\"Action\":\"s3:*\",\"Resource\":\"arn:aws:s3:::bucket/%24%7Baws:username%7D\"}}";

        assertThat(server.answer(
                        "SimulatePrincipalPolicy", "PolicySourceArn=arn:aws:iam::111122223333:user/two" + simulated))
                .contains("<EvalDecision>allowed");
        assertThat(server.answer(
                        "SimulatePrincipalPolicy", "PolicySourceArn=arn:aws:iam::111122223333:role/two" + simulated))
                .contains("<EvalDecision>implicitDeny");
    }

    @Test
    void simulation_ofWhatIsNoIdentity_isRefused() {
        for (Caller caller : List.of(root(), user(ALLOW))) {
            assertThat(simulate(caller, "arn:aws:iam::111122223333:user/a%00b")).startsWith("! 400 InvalidInput ");
            assertThat(simulate(caller, "arn:aws:dynamodb:us-east-1:111122223333:table/T"))
                    .startsWith("! 400 InvalidInput ");
            assertThat(simulate(caller, "arn:aws:iam::111122223333:user/" + "a".repeat(2048)))
                    .startsWith("! 400 ValidationError ");
            assertThat(simulate(caller, "arn:aws:iam::111122223333:user/none")).startsWith("! 404 NoSuchEntity ");
            assertThat(simulate(caller, "arn:aws:iam::999999999999:user/u")).startsWith("! 403 AccessDenied ");
        }
    }

    private static String simulate(Caller caller, String source) {
        return server(caller)
                .answer(
                        "SimulatePrincipalPolicy",
                        "PolicySourceArn=" + source + "&ActionNames.member.1=dynamodb:GetItem");
    }

    @Test
    void simulation_ofLongTexts_isRefused() {
        IamServer server = server(root());
        String action = "&ActionNames.member.1=s3:GetObject";
        String key = "&ContextEntries.member.1.ContextKeyName=";
        String value = "&ContextEntries.member.1.ContextKeyValues.member.1=";
        for (String form : List.of(
                "ActionNames.member.1=s3",
                "ActionNames.member.1=s3:" + "x".repeat(126),
                "ResourceArns.member.1=" + action,
                "ResourceArns.member.1=" + "x".repeat(2049) + action,
                key + "a:bc" + value + "v" + action,
                key + "aws:" + "x".repeat(253) + value + "v" + action,
                key + "aws:username" + value + "x".repeat(2049) + action,
                "CallerArn=" + "x".repeat(2049) + action)) {
            assertThat(server.answer("SimulateCustomPolicy", form))
                    .startsWith("! 400 ValidationError 1 validation error detected: Value '");
        }
        assertThat(server.answer("SimulateCustomPolicy", key + "aws:username" + value + "x".repeat(2048) + action))
                .startsWith("< <EvaluationResults>");
    }

    @Test
    void transitiveTagKeys_haveALength() {
        String role = "RoleArn=arn:aws:iam::111122223333:role/r&RoleSessionName=session&TransitiveTagKeys.member.1=";
        assertThat(server(user(ALLOW)).answer("AssumeRole", role + "x".repeat(129)))
                .startsWith("! 400 ValidationError ")
                .endsWith("at 'transitiveTagKeys.1.member' failed to satisfy constraint:"
                        + " Member must have length less than or equal to 128");
        assertThat(server(user(ALLOW)).answer("AssumeRole", role))
                .endsWith("Member must have length greater than or equal to 1");
    }

    @Test
    void policyOfAnotherAccount_staysForeign() {
        assertThat(server(root()).answer("GetPolicy", "PolicyArn=arn:aws:iam::999999999999:policy/p"))
                .startsWith("! 403 AccessDenied User: ");
    }
}
