package org.extenddb.core.api.backup;

import org.extenddb.core.api.backup.ContinuousBackups.Window;
import org.extenddb.core.api.backup.UpdateContinuousBackupsRequest.Specification;
import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** UpdateContinuousBackups and DescribeContinuousBackups on the wire. */
public final class ContinuousBackupsCodec {
    private @Nullable String tableName;
    private @Nullable Specification specification;
    private @Nullable Boolean enabled;
    private @Nullable Integer period;

    private ContinuousBackupsCodec() {}

    /** Reads UpdateContinuousBackups' request object. */
    public static UpdateContinuousBackupsRequest decode(JsonInput in) {
        ContinuousBackupsCodec codec = new ContinuousBackupsCodec();
        in.object(codec::member);
        return new UpdateContinuousBackupsRequest(codec.tableName, codec.specification);
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TableName" -> tableName = in.string();
            case "PointInTimeRecoverySpecification" ->
                specification = in.object(this::ofSpecification) ? new Specification(enabled, period) : null;
            default -> in.skip();
        }
    }

    private void ofSpecification(String name, JsonInput in) {
        switch (name) {
            case "PointInTimeRecoveryEnabled" -> enabled = in.bool();
            case "RecoveryPeriodInDays" -> period = in.integer();
            default -> in.skip();
        }
    }

    /** Writes the response object of both. */
    public static void encode(ContinuousBackups response, JsonOutput out) {
        out.beginObject().member("ContinuousBackupsDescription");
        description(response, out);
        out.endObject();
    }

    static void description(ContinuousBackups backups, JsonOutput out) {
        Window window = backups.window();
        out.beginObject().member("ContinuousBackupsStatus").string("ENABLED");
        out.member("PointInTimeRecoveryDescription").beginObject();
        if (window != null && window.earliest() != null) {
            out.member("EarliestRestorableDateTime").epochSeconds(window.earliest());
        }
        if (window != null && window.latest() != null) {
            out.member("LatestRestorableDateTime").epochSeconds(window.latest());
        }
        out.member("PointInTimeRecoveryStatus").string(window == null ? "DISABLED" : "ENABLED");
        if (window != null) {
            out.member("RecoveryPeriodInDays").number(window.recoveryPeriodInDays());
        }
        out.endObject().endObject();
    }
}
