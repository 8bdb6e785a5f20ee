package org.extenddb.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.admin.Job;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableSettings;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.model.Throughput;
import org.extenddb.core.storage.NewTable;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.Pipelines;
import org.extenddb.engine.RequestContext;
import org.extenddb.storage.jpa.TestStorage;
import org.extenddb.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Indexes that are built, as jobs that people see and cancel. */
class IndexJobSourceTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);

    private final TestStorage storage = TestStorage.on(TestDatabase.create());
    private final Updates updates = new Updates();
    private final IndexJobSource jobs = new IndexJobSource(storage.database(), Pipelines.local(List.of(updates)));

    @Test
    void cancel_creation_deletesTheIndexAsItsOwner_deletion_isNotCancelled() {
        storage.backend()
                .tables()
                .create(new NewTable(
                        new TableAddress(ACCOUNT, new Region("eu-west-2"), "Scores"),
                        KeySchema.of(PK, null),
                        List.of(PK),
                        List.of(index("Built", TableStatus.CREATING, 1), index("Gone", TableStatus.DELETING, 2)),
                        TableSettings.onDemand()));
        new IndexJobs(storage.database()).reconcile();

        Job built = job("Built");
        Job gone = job("Gone");
        assertThat(built.cancellable()).isTrue();
        assertThat(gone.cancellable()).isFalse();
        assertThat(jobs.cancel(gone.id())).isFalse();
        assertThat(updates.sent).isEmpty();

        assertThat(jobs.cancel(built.id())).isTrue();
        assertThat(updates.sent).containsExactly("Scores Built in eu-west-2 by arn:aws:iam::111122223333:root");
        assertThat(jobs.cancel("index-0")).isFalse();
    }

    private Job job(String index) {
        return jobs.list().stream()
                .filter(job -> job.subject().endsWith("/index/" + index))
                .findAny()
                .orElseThrow();
    }

    private static IndexDefinition index(String name, TableStatus status, int slot) {
        return new IndexDefinition(
                name,
                IndexDefinition.Kind.GLOBAL,
                KeySchema.of(PK, null),
                Projection.ALL,
                Throughput.ON_DEMAND,
                status,
                slot);
    }

    /** UpdateTable that writes down what it was asked for. */
    private static final class Updates implements Operation<String, String, String> {
        private final List<String> sent = new ArrayList<>();

        @Override
        public OperationSpec<String, String> spec() {
            return new OperationSpec<>(
                    OperationSpec.Service.DYNAMODB,
                    "UpdateTable",
                    "dynamodb:UpdateTable",
                    in -> {
                        List<String> names = new ArrayList<>();
                        in.object((name, value) -> {
                            if (name.equals("TableName")) {
                                names.add(value.string());
                            } else {
                                value.list(update -> {
                                    update.object((action, index) -> {
                                        assertThat(action).isEqualTo("Delete");
                                        index.object((member, text) -> names.add(text.string()));
                                    });
                                    return "";
                                });
                            }
                        });
                        return String.join(" ", names);
                    },
                    (answer, out) -> out.beginObject().endObject());
        }

        @Override
        public String validate(String request) {
            return request;
        }

        @Override
        public List<AccessRequest> resources(String request, RequestContext context) {
            return List.of();
        }

        @Override
        public String execute(String request, RequestContext context) {
            Caller caller = context.caller();
            sent.add(request + " in " + context.region() + " by " + caller.arn());
            return "";
        }
    }
}
