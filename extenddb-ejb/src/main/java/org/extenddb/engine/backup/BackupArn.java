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
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/** The ARN of a backup: that of its table, {@code /backup/} and its id. */
public record BackupArn(String tableArn, String id) {
    private static final int MIN_LENGTH = 37;
    private static final int MAX_LENGTH = 1024;
    private static final Pattern FORM =
            Pattern.compile("(arn:aws[a-z-]*:dynamodb:[^:/]+:[0-9]{12}:table/[^:/]+)/backup/([^:/]+)");

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
    List<AccessRequest> access(String action, RequestContext context) {
        return List.of(new AccessRequest(action, StoredBackup.arn(table(context), id)));
    }

    static void check(Violations violations, String member, @Nullable String arn) {
        violations.length(member, arn, MIN_LENGTH, MAX_LENGTH);
    }

    /** @throws DynamoDbException ValidationException for another region */
    TableAddress table(RequestContext context) {
        return context.table(tableArn);
    }
}
