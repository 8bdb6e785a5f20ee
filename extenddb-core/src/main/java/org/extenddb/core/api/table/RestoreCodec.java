package org.extenddb.core.api.table;

import java.time.Instant;
import java.util.List;
import org.extenddb.core.wire.JsonInput;
import org.jspecify.annotations.Nullable;

/** Reads the requests of RestoreTableToPointInTime and RestoreTableFromBackup. */
public final class RestoreCodec {
    private static final String OVERRIDE = "Override";

    private @Nullable String targetTableName;
    private @Nullable String sourceTableName;
    private @Nullable String sourceTableArn;
    private @Nullable String backupArn;
    private @Nullable Boolean useLatest;
    private @Nullable Instant restoreDateTime;
    private @Nullable String billingMode;
    private final CapacityMembers.Reader capacity = new CapacityMembers.Reader();
    private @Nullable List<IndexMembers> globalIndexes;
    private @Nullable List<IndexMembers> localIndexes;
    private @Nullable EncryptionMembers encryption;

    private RestoreCodec() {}

    /** Reads either's request object. */
    public static RestoreRequest decode(JsonInput in) {
        RestoreCodec codec = new RestoreCodec();
        in.object(codec::member);
        return new RestoreRequest(
                codec.targetTableName,
                codec.sourceTableName,
                codec.sourceTableArn,
                codec.backupArn,
                codec.useLatest,
                codec.restoreDateTime,
                new RestoreRequest.Overrides(
                        codec.billingMode,
                        codec.capacity.members(),
                        codec.globalIndexes,
                        codec.localIndexes,
                        codec.encryption));
    }

    private void member(String name, JsonInput in) {
        switch (name) {
            case "TargetTableName" -> targetTableName = in.string();
            case "SourceTableName" -> sourceTableName = in.string();
            case "SourceTableArn" -> sourceTableArn = in.string();
            case "BackupArn" -> backupArn = in.string();
            case "UseLatestRestorableTime" -> useLatest = in.bool();
            case "RestoreDateTime" -> restoreDateTime = in.epochSeconds();
            case "BillingModeOverride" -> billingMode = in.string();
            case "GlobalSecondaryIndexOverride" -> globalIndexes = in.list(IndexMembers::decode);
            case "LocalSecondaryIndexOverride" -> localIndexes = in.list(IndexMembers::decode);
            case "SSESpecificationOverride" -> encryption = EncryptionMembers.decode(in);
            default -> capacity(name, in);
        }
    }

    private void capacity(String name, JsonInput in) {
        if (!name.endsWith(OVERRIDE) || !capacity.member(name.substring(0, name.length() - OVERRIDE.length()), in)) {
            in.skip();
        }
    }
}
