package org.extenddb.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.config.TableConfig;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.contract.Backend;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.extenddb.core.storage.memory.MemoryIdentityStore;
import org.extenddb.core.storage.memory.NobodyListens;
import org.extenddb.engine.Operation;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.policy.BoundPolicies;
import org.extenddb.engine.policy.DeleteResourcePolicy;
import org.extenddb.engine.policy.GetResourcePolicy;
import org.extenddb.engine.policy.PutResourcePolicy;
import org.extenddb.engine.policy.TablePolicies;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Policies of tables: put, read, deleted, and what they let through. */
class ResourcePolicyTest {
    private static final AccountId OTHER = new AccountId("999999999999");
    private static final String ALL = "{'Statement':{'Effect':'Allow','Action':'*','Resource':'*'}}".replace('\'', '"');
    private static final String ARN = "arn:aws:dynamodb:us-east-1:123456789012:table/Scores";
    private static final String NAME = "{'ResourceArn':'" + ARN + "'";
    private static final String KEY = "'Key':{'user':{'S':'bob'},'game':{'S':'chess'}}}";
    private static final String FOR_EVE =
            policy("Allow", "'Principal':{'AWS':'arn:aws:iam::999999999999:user/eve'},'Action':'dynamodb:GetItem'");

    private static final String ALL_OF_OTHER =
            policy("Allow", "'Principal':{'AWS':'999999999999'},'Action':'dynamodb:*'");

    private final IdentityStore identities = new MemoryIdentityStore(new MemoryAccessKeyStore(), new NobodyListens());
    private final GuardedServer server = new GuardedServer(this::operations);
    private Identity eve = user("eve");

    private Identity user(String name) {
        identities.addAccount(OTHER, "other");
        Identity user = Identity.of(IdentityKind.USER, OTHER, "/", name, null);
        identities.<@Nullable Object>change(OTHER, account -> {
            account.insert(user);
            return null;
        });
        return user;
    }

    private void becomesEve(String... policies) {
        server.becomes(eve, policies);
    }

    private List<Operation<?, ?, ?>> operations(Backend backend) {
        TablePolicies policies =
                new TablePolicies(backend.tables(), backend.streams(), new TableLifecycle(new TableConfig(0)));
        BoundPolicies bound = new BoundPolicies(new PrincipalIds(identities));
        return List.of(
                new PutResourcePolicy(policies, bound),
                new GetResourcePolicy(policies, bound),
                new DeleteResourcePolicy(policies));
    }

    private static String policy(String effect, String rest) {
        return "{'Version':'2012-10-17','Statement':[{'Effect':'" + effect + "'," + rest + ",'Resource':'" + ARN
                + "'}]}";
    }

    private String call(String operation, String json) {
        return server.answer(operation, json.replace('\'', '"'));
    }

    private String put(String policy) {
        return put(policy, "");
    }

    private String put(String policy, String more) {
        String text = policy.replace("'", "\\\"");
        return call("PutResourcePolicy", NAME + ",'Policy':\"" + text + "\"" + more + "}");
    }

    private static String revision(String answer) {
        return answer.replaceFirst(".*\"RevisionId\":\"([0-9]+)\".*", "$1");
    }

    // ---- the operations

    @Test
    void put_thenGet_answersTextAndRevision() {
        String put = put(FOR_EVE);

        assertThat(call("GetResourcePolicy", NAME + "}"))
                .isEqualTo("{\"Policy\":\"" + FOR_EVE.replace("'", "\\\"") + "\",\"RevisionId\":\"" + revision(put)
                        + "\"}");
        assertThat(put(FOR_EVE)).isEqualTo(put);
        assertThat(revision(put(FOR_EVE.replace("GetItem", "Query")))).isGreaterThan(revision(put));
    }

    @Test
    void get_withoutPolicy_isNotFound() {
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("dynamodb.v20120810#PolicyNotFoundException");
        assertThat(call("GetResourcePolicy", NAME.replace("Scores", "Nothing") + "}"))
                .contains("ResourceNotFoundException");
    }

    @Test
    void delete_isIdempotent_unlessARevisionIsExpected() {
        String revision = revision(put(FOR_EVE));

        assertThat(call("DeleteResourcePolicy", NAME + ",'ExpectedRevisionId':'1'}"))
                .contains("PolicyNotFoundException");
        assertThat(call("DeleteResourcePolicy", NAME + ",'ExpectedRevisionId':'" + revision + "'}"))
                .isEqualTo("{\"RevisionId\":\"" + revision + "\"}");
        assertThat(call("DeleteResourcePolicy", NAME + "}")).isEqualTo("{}");
        assertThat(call("DeleteResourcePolicy", NAME + ",'ExpectedRevisionId':'" + revision + "'}"))
                .contains("PolicyNotFoundException");
    }

    @Test
    void put_expectsARevision_orNone() {
        assertThat(put(FOR_EVE, ",'ExpectedRevisionId':'5'")).contains("PolicyNotFoundException");
        String revision = revision(put(FOR_EVE, ",'ExpectedRevisionId':'NO_POLICY'"));
        assertThat(put(ALL_OF_OTHER, ",'ExpectedRevisionId':'NO_POLICY'")).contains("PolicyNotFoundException");
        assertThat(put(ALL_OF_OTHER, ",'ExpectedRevisionId':'" + revision + "'"))
                .contains("RevisionId");
    }

    @Test
    void put_noPolicyAtAll_isRefused() {
        assertThat(put("{}")).contains("Invalid policy document: Syntax errors in policy.");
        assertThat(put(FOR_EVE.replace("dynamodb:GetItem", "dynamodb:ListStreams")))
                .contains("Invalid policy document: The following action names are invalid:");
        assertThat(put(FOR_EVE.replace("'Version'", " ".repeat(20 * 1024) + "'Version'")))
                .contains("One or more parameter values were invalid: Maximum policy size of 20480 bytes exceeded");
        assertThat(call("PutResourcePolicy", "{'ResourceArn':'Scores','Policy':'{}'}"))
                .contains("ValidationException");
        assertThat(call("PutResourcePolicy", NAME + "}")).contains("'policy' failed");
    }

    @Test
    void put_thatLetsEverybodyIn_isRefused() {
        String everybody = policy("Allow", "'Principal':'*','Action':'dynamodb:GetItem'");
        String refusal =
                "ValidationException\",\"message\":\"Resource-based policy grants unbounded access in one or more"
                        + " elements. Please revise the policy to ensure least-privilege form of access\"";

        assertThat(put(everybody)).contains(refusal);
        assertThat(put(everybody.replace("'*'", "{'AWS':['*']}"))).contains(refusal);
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("PolicyNotFoundException");
        assertThat(put(everybody.replace(
                        "'Action'", "'Condition':{'StringEquals':{'aws:PrincipalAccount':'1'}},'Action'")))
                .contains("RevisionId");
    }

    @Test
    void resourceArn_ofSomethingElse_isRefusedInItsOwnWords() {
        String invalid = "One or more parameter values were invalid: ";
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'Scores'}"))
                .contains(invalid + "ARNs must start with 'arn:': Scores");
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + ARN + "/backup/01489602797149-73d8d5bc'}"))
                .contains(invalid + "Provided Arn is not a DynamoDB resource arn: " + ARN + "/backup/");
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + ARN + "/index/one'}"))
                .contains(invalid + "Invalid resource arn provided, only table or stream is accepted."
                        + " Provided resource arn: " + ARN + "/index/one");
        String elsewhere = ARN.replaceFirst(":dynamodb:[^:]*:", ":dynamodb:elsewhere:");
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + elsewhere + "'}"))
                .contains(invalid + "Invalid resource Arn: " + elsewhere);
        assertThat(call("GetResourcePolicy", NAME.replace("Scores", "Nothing") + "}"))
                .contains("Requested resource not found: Table: Nothing not found");
    }

    @Test
    void put_thatShutsOutItsAuthor_needsConfirmation() {
        String denial = policy("Deny", "'Principal':'*','Action':'dynamodb:PutResourcePolicy'");

        assertThat(put(denial)).contains("ValidationException", "ConfirmRemoveSelfResourceAccess");
        assertThat(put(denial, ",'ConfirmRemoveSelfResourceAccess':false")).contains("ValidationException");
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("PolicyNotFoundException");
        assertThat(put(denial, ",'ConfirmRemoveSelfResourceAccess':true")).contains("RevisionId");
        assertThat(put(ALL_OF_OTHER)).contains("AccessDeniedException");
    }

    @Test
    void put_byAnotherAccount_thatTakesItsOwnRightAway_needsConfirmation() {
        put(ALL_OF_OTHER);

        becomesEve(ALL);
        assertThat(put(FOR_EVE)).contains("ConfirmRemoveSelfResourceAccess");
        assertThat(put(FOR_EVE, ",'ConfirmRemoveSelfResourceAccess':true")).contains("RevisionId");
    }

    @Test
    void put_ofSomebodyWhoIsNot_isRefused() {
        assertThat(put(FOR_EVE.replace("user/eve", "user/nobody")))
                .contains("Invalid principal in policy: \\\"AWS\\\":\\\"arn:aws:iam::999999999999:user/nobody");
        assertThat(put(FOR_EVE.replace("user/eve", "role/eve"))).contains("Invalid principal in policy");
        assertThat(put(FOR_EVE.replace("user/eve", "user/EVE"))).contains("Invalid principal in policy");
        assertThat(put(FOR_EVE.replace("arn:aws:iam::999999999999:user/eve", "AIDANOBODYNOBODYNOBOD")))
                .contains("Invalid principal in policy");
        assertThat(put(FOR_EVE.replace("arn:aws:iam::999999999999:user/eve", eve.id())))
                .contains("RevisionId");
    }

    @Test
    void user_madeAnewUnderTheName_inheritsNothing_andTheOldIdShows() {
        String put = put(FOR_EVE);
        Identity gone = eve;
        identities.<@Nullable Object>change(OTHER, account -> {
            account.delete(gone);
            return null;
        });
        eve = user("eve");

        becomesEve(ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("AccessDeniedException");
        server.becomesRoot();
        assertThat(call("GetResourcePolicy", NAME + "}")).contains(gone.id()).doesNotContain("user/eve");
        assertThat(put(FOR_EVE)).isNotEqualTo(put);
        becomesEve(ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("\"Item\"");
    }

    @Test
    void user_renamed_keepsWhatItHas_andShowsUnderItsNewName() {
        put(FOR_EVE);
        Identity renamed = eve.withName("/team/", "eva");
        identities.<@Nullable Object>change(OTHER, account -> {
            account.save(renamed);
            return null;
        });

        server.becomes(renamed, ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("\"Item\"");
        server.becomesRoot();
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("user/team/eva");
    }

    // ---- what they do

    @Test
    void otherAccount_isLetIn_asFarAsThePolicySays() {
        put(FOR_EVE);

        becomesEve(ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("\"Item\"");
        assertThat(call("GetItem", "{'TableName':'Scores'," + KEY)).contains("ResourceNotFoundException");
        assertThat(call("DeleteItem", "{'TableName':'" + ARN + "'," + KEY))
                .contains(
                        "User: arn:aws:iam::999999999999:user/eve is not authorized to perform: dynamodb:DeleteItem on"
                                + " resource: " + ARN
                                + " because no resource-based policy allows the dynamodb:DeleteItem action");
        becomesEve();
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY))
                .contains("because no identity-based policy allows the dynamodb:GetItem action");
        server.becomes(OTHER, "mallory", ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("because no resource-based policy");
    }

    @Test
    void otherAccount_thePolicyIsGone_isShutOutAtOnce() {
        put(FOR_EVE);
        call("DeleteResourcePolicy", NAME + "}");

        becomesEve(ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("AccessDeniedException");
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("AccessDeniedException");
        assertThat(put(FOR_EVE)).contains("AccessDeniedException");
    }

    @Test
    void denial_holdsForTheOwnerToo_whoMayStillTakeItAway() {
        put(policy("Deny", "'Principal':'*','Action':'dynamodb:*'"), ",'ConfirmRemoveSelfResourceAccess':true");

        assertThat(call("GetItem", "{'TableName':'Scores'," + KEY))
                .contains("with an explicit deny in a resource-based policy");
        assertThat(call("GetResourcePolicy", NAME + "}")).contains("AccessDeniedException");
        assertThat(call("DeleteResourcePolicy", NAME + "}")).contains("RevisionId");
        assertThat(call("GetItem", "{'TableName':'Scores'," + KEY)).contains("\"Item\"");
    }

    @Test
    void leadingKeys_holdInPoliciesOfTablesToo() {
        put(
                "{'Version':'2012-10-17','Statement':[{'Effect':'Allow','Principal':{'AWS':'999999999999'},'Action':'dynamodb:*',"
                        + "'Resource':'*','Condition':{'ForAllValues:StringEquals':{'dynamodb:LeadingKeys':'${aws:username}'}}}]}");

        server.becomes(OTHER, "bob", ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("\"Item\"");
        assertThat(call("Scan", "{'TableName':'" + ARN + "'}")).contains("AccessDeniedException");
        becomesEve(ALL);
        assertThat(call("GetItem", "{'TableName':'" + ARN + "'," + KEY)).contains("AccessDeniedException");
    }
}
