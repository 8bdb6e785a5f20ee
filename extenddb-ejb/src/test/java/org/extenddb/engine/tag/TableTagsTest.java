package org.extenddb.engine.tag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.PolicyAuthorizer;
import org.extenddb.auth.ResourcePolicies;
import org.extenddb.config.TableConfig;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.storage.NewTable;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.engine.data.TableLifecycle;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TableTagsTest {
    private static final AccountId ACCOUNT = new AccountId("123456789012");
    private static final Region REGION = new Region("us-east-1");
    private static final RequestContext CONTEXT =
            new RequestContext("127.0.0.1", true, null, null, Instant.EPOCH, REGION);
    private static final KeyAttribute KEY = new KeyAttribute("pk", ScalarType.S);

    private final TableCatalog catalog = MemoryBackend.create().tables();
    private final TableTags tags = new TableTags(
            catalog, new TableLifecycle(new TableConfig(0)), new PolicyAuthorizer(catalog, new ResourcePolicies()));

    @BeforeEach
    void createTables() {
        create(REGION, "open", Map.of("team", "boarding"));
        create(REGION, "secret", Map.of("team", "crew"));
        create(REGION, "plain", Map.of());
        create(new Region("eu-west-1"), "elsewhere", Map.of("team", "boarding"));
    }

    private void create(Region region, String name, Map<String, String> tagged) {
        catalog.create(new NewTable(
                new TableAddress(ACCOUNT, region, name),
                KeySchema.of(KEY, null),
                List.of(KEY),
                List.of(),
                TableSettings.onDemand().withTags(tagged)));
    }

    @Test
    void visibleTo_root_areThoseOfTheRegionThatHaveTags() {
        Authenticated root = new Authenticated(Caller.root(ACCOUNT, "AKIDROOT"), REGION);

        assertThat(tags.visibleTo(root, CONTEXT))
                .isEqualTo(Map.of("open", Map.of("team", "boarding"), "secret", Map.of("team", "crew")));
    }

    @Test
    void visibleTo_userOfOneTable_isThatTable() {
        Authenticated user = user("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"dynamodb:ListTagsOfResource\",\"Resource\":\"arn:aws:dynamodb:*:*:table/open\"}]}");

        assertThat(tags.visibleTo(user, CONTEXT)).isEqualTo(Map.of("open", Map.of("team", "boarding")));
    }

    @Test
    void visibleTo_userByTag_areTheTablesWithTheTag() {
        Authenticated user = user("{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\","
                + "\"Action\":\"dynamodb:*\",\"Resource\":\"*\","
                + "\"Condition\":{\"StringEquals\":{\"aws:ResourceTag/team\":\"crew\"}}}]}");

        assertThat(tags.visibleTo(user, CONTEXT)).containsOnlyKeys("secret");
    }

    private static Authenticated user(String policy) {
        Principal.User user = new Principal.User(
                ACCOUNT, "arn:aws:iam::" + ACCOUNT + ":user/ann", "ann", "AIDAEXAMPLE", Map.of(), null);
        List<NamedPolicy> policies = List.of(new NamedPolicy("only", PolicyDocument.parse(policy)));
        return new Authenticated(
                new Caller(user, "AKIDUSER", new PrincipalPolicies(policies, null, List.of())), REGION);
    }
}
