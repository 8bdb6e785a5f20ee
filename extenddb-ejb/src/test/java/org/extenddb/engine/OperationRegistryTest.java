package org.extenddb.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OperationRegistryTest {
    private static final StepOperation PUT = new StepOperation("PutItem", "dynamodb:PutItem");
    private static final PublicApi PUT_ALONE = PublicApi.parse(List.of("DynamoDB_20120810.PutItem"));

    @Test
    void registry_everyNameAccountedFor_findsByTarget() {
        OperationRegistry registry = new OperationRegistry(
                List.of(PUT),
                PublicApi.parse(List.of("# API", "DynamoDB_20120810.PutItem", "DynamoDB_20120810.Scan unsupported")));

        assertThat(registry.find("DynamoDB_20120810.PutItem")).isSameAs(PUT);
        assertThat(registry.find("DynamoDB_20120810.Scan")).isNull();
        assertThat(registry.targets()).containsExactly("DynamoDB_20120810.PutItem");
    }

    @Test
    void registry_twoOperationsOfOneName_refusesToStart() {
        assertRefused(
                List.of(PUT, new StepOperation("PutItem", "dynamodb:PutItem")), PUT_ALONE, "claimed by two operations");
    }

    @Test
    void registry_operationWithoutIamAction_refusesToStart() {
        assertRefused(List.of(new StepOperation("PutItem", "")), PUT_ALONE, "has no IAM action");
    }

    @Test
    void registry_publicNameForgotten_refusesToStart() {
        assertRefused(
                List.of(), PUT_ALONE, "DynamoDB_20120810.PutItem is neither implemented nor listed as unsupported");
    }

    @Test
    void registry_operationNobodyKnows_refusesToStart() {
        assertRefused(
                List.of(PUT, new StepOperation("PutItm", "dynamodb:PutItm")), PUT_ALONE, "PutItm is no operation");
    }

    @Test
    void registry_unsupportedNameImplemented_refusesToStart() {
        PublicApi api = PublicApi.parse(List.of("DynamoDB_20120810.PutItem unsupported"));

        assertRefused(List.of(PUT), api, "implemented and yet listed as unsupported");
    }

    @Test
    void load_theShippedList_hasBothServices() {
        PublicApi api = PublicApi.load();

        assertThat(api.all())
                .contains("DynamoDB_20120810.PutItem", "DynamoDBStreams_20120810.GetRecords")
                .hasSizeGreaterThan(60)
                .containsAll(api.unsupported());
    }

    private static void assertRefused(List<StepOperation> operations, PublicApi api, String reason) {
        assertThatThrownBy(() -> new OperationRegistry(operations, api))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("EXDB0101E")
                .hasMessageContaining(reason);
    }
}
