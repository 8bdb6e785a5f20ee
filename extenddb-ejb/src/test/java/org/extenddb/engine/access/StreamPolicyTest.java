package org.extenddb.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.config.TableConfig;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStream;
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
import org.extenddb.engine.stream.DescribeStream;
import org.junit.jupiter.api.Test;

/** Policies of streams: each stream is a resource of its own. */
class StreamPolicyTest {
    private static final AccountId OTHER = new AccountId("999999999999");
    private static final String ALL = "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}}";
    private static final String KEY = "'Key':{'user':{'S':'bob'},'game':{'S':'chess'}}}";

    private final IdentityStore identities = new MemoryIdentityStore(new MemoryAccessKeyStore(), new NobodyListens());
    private final GuardedServer server = new GuardedServer(this::operations);
    private final String table = GuardedServer.address("Scores").arn();

    private List<Operation<?, ?, ?>> operations(Backend backend) {
        identities.addAccount(OTHER, "other");
        TablePolicies policies =
                new TablePolicies(backend.tables(), backend.streams(), new TableLifecycle(new TableConfig(0)));
        BoundPolicies bound = new BoundPolicies(new PrincipalIds(identities));
        return List.of(
                new PutResourcePolicy(policies, bound),
                new GetResourcePolicy(policies, bound),
                new DeleteResourcePolicy(policies),
                new DescribeStream(backend.streams()));
    }

    /** @return its ARN */
    private String newStream() {
        TableDefinition changed = Objects.requireNonNull(server.backend
                .tables()
                .update(
                        GuardedServer.address("Scores"),
                        it -> it.with(it.settings().withStream(TableStream.wanted(StreamViewType.KEYS_ONLY)))));
        TableStream stream = Objects.requireNonNull(changed.settings().stream());
        return stream.arn(changed.address());
    }

    private String call(String operation, String json) {
        return server.answer(operation, json.replace('\'', '"'));
    }

    private String describe(String stream) {
        return server.answerOfStreams("DescribeStream", "{\"StreamArn\":\"" + stream + "\"}");
    }

    private String put(String resource, String principal, String effect) {
        String policy = "{'Version':'2012-10-17','Statement':[{'Effect':'" + effect + "','Principal':{'AWS':'"
                + principal + "'},'Action':'dynamodb:*','Resource':'" + resource + "'}]}";
        return call(
                "PutResourcePolicy",
                "{'ResourceArn':'" + resource + "','ConfirmRemoveSelfResourceAccess':true,'Policy':\""
                        + policy.replace("'", "\\\"") + "\"}");
    }

    @Test
    void put_get_delete_areOfTheStreamAlone() {
        String stream = newStream();

        assertThat(put(stream, OTHER.value(), "Allow")).contains("RevisionId");

        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + stream + "'}"))
                .contains(OTHER.value());
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + table + "'}")).contains("PolicyNotFoundException");
        assertThat(call("DeleteResourcePolicy", "{'ResourceArn':'" + stream + "'}"))
                .contains("RevisionId");
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + stream + "'}"))
                .contains("PolicyNotFoundException");
    }

    @Test
    void streamThatIsNotThere_isNotFound() {
        String none = table + "/stream/2020-01-01T00:00:00.000";

        assertThat(put(none, OTHER.value(), "Allow"))
                .contains("ResourceNotFoundException", "Requested resource not found: Stream: " + none + " not found");
        assertThat(call("GetResourcePolicy", "{'ResourceArn':'" + none + "'}")).contains("ResourceNotFoundException");
        assertThat(put(table.replace("us-east-1", "elsewhere") + "/stream/2020-01-01T00:00:00.000", "*", "Deny"))
                .contains("Invalid resource Arn: ");
    }

    @Test
    void otherAccount_isLetIntoTheStream_andNotIntoTheTable() {
        String stream = newStream();
        put(stream, OTHER.value(), "Allow");

        server.becomes(OTHER, "eve", ALL);
        assertThat(describe(stream)).contains("\"StreamDescription\"");
        assertThat(call("GetItem", "{'TableName':'" + table + "'," + KEY)).contains("AccessDeniedException");
    }

    @Test
    void otherAccount_withThePolicyOfTheTable_isNotLetIntoTheStream() {
        String stream = newStream();
        put(table, OTHER.value(), "Allow");

        server.becomes(OTHER, "eve", ALL);
        assertThat(describe(stream))
                .contains(
                        "AccessDeniedException", "because no resource-based policy allows the dynamodb:DescribeStream");
        assertThat(call("GetItem", "{'TableName':'" + table + "'," + KEY)).contains("\"Item\"");
    }

    @Test
    void denial_holdsForTheOwnerToo_whoMayTakeItAway() {
        String stream = newStream();
        put(stream, "*", "Deny");

        assertThat(describe(stream)).contains("with an explicit deny in a resource-based policy");
        assertThat(call("GetItem", "{'TableName':'Scores'," + KEY)).contains("\"Item\"");
        assertThat(call("DeleteResourcePolicy", "{'ResourceArn':'" + stream + "'}"))
                .contains("RevisionId");
        assertThat(describe(stream)).contains("\"StreamDescription\"");
    }
}
