package org.extenddb.engine.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.extenddb.config.TableConfig;
import org.extenddb.engine.backup.BackedUpTables;
import org.extenddb.engine.data.TableLifecycle;
import org.extenddb.engine.transfer.ExportTableToPointInTime;
import org.junit.jupiter.api.Test;

/** Who may export. */
class ExportAccessTest {
    private static final String EXPORT =
            "{\"TableArn\":\"" + GuardedServer.address("Scores").arn() + "\",\"S3Bucket\":\"bucket\"}";
    private static final String OWN =
            "{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\","
                    + "\"Resource\":\"*\",\"Condition\":{\"ForAllValues:StringEquals\":{\"dynamodb:LeadingKeys\":\"bob\"}}}}";

    private final GuardedServer server = new GuardedServer(backend -> List.of(new ExportTableToPointInTime(
            new BackedUpTables(backend.tables(), new TableLifecycle(new TableConfig(0)), backend.history()),
            backend.history(),
            backend.jobs())));

    @Test
    void export_policyForOwnLeadingKeys_isDenied() {
        server.becomes(GuardedServer.ACCOUNT, "bob", OWN, allowing("s3:*"));
        assertThat(server.answer("ExportTableToPointInTime", EXPORT))
                .contains("AccessDeniedException", "dynamodb:ExportTableToPointInTime");
    }

    @Test
    void export_bucketNotAllowed_isDenied() {
        server.becomes(GuardedServer.ACCOUNT, "bob", allowing("dynamodb:*"));
        assertThat(server.answer("ExportTableToPointInTime", EXPORT)).contains("AccessDeniedException", "s3:PutObject");
    }

    @Test
    void export_tableAndBucketAllowed_isLetThrough() {
        server.becomes(GuardedServer.ACCOUNT, "bob", allowing("dynamodb:*"), allowing("s3:*"));
        assertThat(server.answer("ExportTableToPointInTime", EXPORT))
                .contains("PointInTimeRecoveryUnavailableException");
    }

    private static String allowing(String action) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"" + action + "\",\"Resource\":\"*\"}}";
    }
}
