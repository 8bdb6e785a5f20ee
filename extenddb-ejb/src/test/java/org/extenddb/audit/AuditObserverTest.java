package org.extenddb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.extenddb.auth.TestIdentities;
import org.extenddb.config.AuditConfig;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.extenddb.telemetry.AnsweredRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuditObserverTest {
    private final MemoryAuditStore store = new MemoryAuditStore();
    private final AuditLog log = new AuditLog(store, new TestIdentities().keyring(), new ServerName());

    @Test
    void answered_change_isThereAtOnce() {
        observer(false).answered(request("dynamodb", "CreateTable", null));

        assertThat(store.records).hasSize(1);
        AuditEntry entry = store.records.get(0).entry();
        assertThat(entry.actor()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(entry.action()).isEqualTo("dynamodb:CreateTable");
        assertThat(entry.resource()).isEqualTo("arn:of:a-table");
        assertThat(entry.outcome()).isEqualTo(AuditOutcome.ALLOWED);
        assertThat(entry.detail()).isEqualTo("{\"asked\":1}");
        assertThat(entry.sourceAddress()).isEqualTo("192.0.2.1");
    }

    @Test
    void answered_failedChange_isThereWithItsError() {
        observer(false).answered(request("iam", "CreateUser", "EntityAlreadyExists"));
        log.flush();

        assertThat(store.records.get(0).entry().outcome()).isEqualTo(AuditOutcome.FAILED);
        assertThat(store.records.get(0).entry().error()).isEqualTo("EntityAlreadyExists");
    }

    @Test
    void answered_denied_isThereSoonWhateverItWas() {
        observer(false).answered(request("dynamodb", "GetItem", "AccessDeniedException"));
        observer(false).answered(request("iam", "ListUsers", "AccessDenied"));
        observer(false).answered(request("dynamodb", null, "UnrecognizedClientException"));
        log.flush();

        assertThat(store.records)
                .hasSize(3)
                .allSatisfy(it -> assertThat(it.entry().outcome()).isEqualTo(AuditOutcome.DENIED));
    }

    /** Such as a body that is no JSON: it costs nothing to send. */
    @Test
    void answered_failedChangeOfNobody_isBounded() {
        for (int i = 0; i < 600; i++) {
            observer(false).answered(request("dynamodb", "CreateTable", "SerializationException", null));
        }
        log.flush();

        assertThat(store.records).hasSize(501);
    }

    @Test
    void answered_dataPlane_isThereBySettingAlone() {
        observer(false).answered(request("dynamodb", "PutItem", null));
        observer(false).answered(request("dynamodb", "PutItem", "ValidationException"));
        log.flush();
        assertThat(store.records).isEmpty();

        observer(true).answered(request("dynamodb", "PutItem", null));
        assertThat(store.records).isEmpty();
        log.flush();
        assertThat(store.records).hasSize(1);
    }

    @Test
    void isChange_operations_areToldApart() {
        assertThat(List.of(
                        "CreateTable",
                        "UntagResource",
                        "PutResourcePolicy",
                        "AttachUserPolicy",
                        "AssumeRole",
                        "GetSessionToken",
                        "ChangePassword",
                        "UpdateTimeToLive",
                        "SetDefaultPolicyVersion"))
                .allSatisfy(it -> assertThat(AuditedActions.isChange(it)).as(it).isTrue());
        assertThat(List.of(
                        "PutItem",
                        "DeleteItem",
                        "UpdateItem",
                        "BatchWriteItem",
                        "TransactWriteItems",
                        "Query",
                        "GetUser",
                        "ListUsers",
                        "DescribeTable",
                        "GetCallerIdentity",
                        "SimulateCustomPolicy"))
                .allSatisfy(it -> assertThat(AuditedActions.isChange(it)).as(it).isFalse());
        assertThat(AuditedActions.isChange(null)).isFalse();
    }

    private AuditObserver observer(boolean dataPlane) {
        return new AuditObserver(log, new ServerName(), new AuditConfig(dataPlane, 10));
    }

    private static AnsweredRequest request(String service, @Nullable String operation, @Nullable String error) {
        return request(service, operation, error, Caller.root(new AccountId("111122223333"), "AKIDEXAMPLE"));
    }

    private static AnsweredRequest request(
            String service, @Nullable String operation, @Nullable String error, @Nullable Caller caller) {
        return new AnsweredRequest(
                "ID",
                "192.0.2.1",
                service,
                operation,
                caller,
                new Region("local"),
                error,
                List.of(new AccessRequest(service + ":" + operation, "arn:of:a-table")),
                false,
                () -> "{\"asked\":1}",
                1,
                2,
                3);
    }
}
