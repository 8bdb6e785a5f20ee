package org.extenddb.engine.backup;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.api.backup.BackupRequest;
import org.extenddb.core.backup.StoredBackup;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesBackup;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.job.JobId;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.TableNames;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** The ARN of a backup: that of its table, {@code /backup/} and its id. */
public record BackupArn(String tableArn, String id) {
    private static final int MIN_LENGTH = 37;
    private static final int MAX_LENGTH = 1024;
    private static final Pattern FORM = Pattern.compile(
            "(arn:aws[a-z-]*:dynamodb:[a-zA-Z0-9-]+:[0-9]{12}:table/[a-zA-Z0-9_.-]{3,255})/backup/([^:/]+)");

    /** That of a backup, had it not another partition or service. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("arn:(?!aws[a-z-]*:dynamodb:)[^:/]+:[^:/]+:[^:/]+:[0-9]{12}:table/[^:/]+/backup/[^:/]+");

    /** @throws DynamoDbException ValidationException for what is none */
    static BackupArn of(String text) {
        Matcher matcher = FORM.matcher(text);
        if (ELSEWHERE.matcher(text).matches()) {
            throw DynamoDbException.validation(MessagesBackup.OTHER_SERVICE);
        }
        if (!matcher.matches() || !JobId.isOne(matcher.group(2))) {
            throw DynamoDbException.validation(MessagesBackup.BAD_ARN);
        }
        return new BackupArn(matcher.group(1), matcher.group(2));
    }

    /** Of a request that names nothing else. */
    static BackupArn of(BackupRequest request) {
        Violations violations = new Violations();
        violations.required("backupArn", request.backupArn());
        check(violations, "backupArn", request.backupArn());
        violations.check();
        return of(Objects.requireNonNull(request.backupArn()));
    }

    /** What IAM has to allow. */
    List<AccessRequest> access(String action, TableAddress table) {
        return List.of(new AccessRequest(action, StoredBackup.arn(table, id)));
    }

    static void check(Violations violations, String member, @Nullable String arn) {
        violations.length(member, arn, MIN_LENGTH, MAX_LENGTH);
    }

    /** Where the request is: DynamoDB looks for a backup there, whatever region its ARN names. */
    TableAddress table(RequestContext context) {
        return new TableAddress(account(), context.region(), TableNames.nameOf(tableArn));
    }

    /** Where the ARN says: a restore may be of another region's. */
    TableAddress source() {
        return new TableAddress(
                account(),
                new Region(Objects.requireNonNull(TableNames.regionOf(tableArn))),
                TableNames.nameOf(tableArn));
    }

    private AccountId account() {
        return new AccountId(Objects.requireNonNull(TableNames.accountOf(tableArn)));
    }

    /** As it was sent. */
    @Override
    public String toString() {
        return tableArn + "/backup/" + id;
    }
}
