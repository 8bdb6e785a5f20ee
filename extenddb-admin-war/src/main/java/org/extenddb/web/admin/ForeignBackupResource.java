package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.extenddb.admin.AuditedChanges;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.admin.BackupService;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/** Backups that another installation has made, in a bucket that this one can read. */
@Dependent
@Path("/accounts/{account}/regions/{region}/backups")
public class ForeignBackupResource {
    private final BackupService backups;
    private final AuditedChanges audited;
    private final CurrentCall current;

    @Inject
    public ForeignBackupResource(BackupService backups, AuditedChanges audited, CurrentCall current) {
        this.backups = backups;
        this.audited = audited;
        this.current = current;
    }

    /** @param prefix of its objects, before {@code manifest.json} */
    public record Objects(@Nullable String bucket, @Nullable String prefix) implements RequestBody {}

    /** Makes one known: it can be described, restored and deleted from then on. */
    @POST
    public Response register(
            @PathParam("account") String account, @PathParam("region") String region, Objects objects) {
        String bucket = Answers.required(objects.bucket(), "bucket");
        String prefix = Answers.required(objects.prefix(), "prefix");
        AccountId id = Iam.id(account);
        StoredBackup backup = audited.together(
                current.get(),
                new Attempt("admin:RegisterBackup", "account/" + id, bucket + "/" + prefix),
                () -> backups.register(current.get(), id, new Region(region), bucket, prefix));
        return Answers.ok(Fields.of("backupArn", backup.arn())
                .with("name", backup.name())
                .with("table", backup.table().tableName())
                .with("items", backup.size().items())
                .with("createdAt", backup.createdAt())
                .json());
    }
}
