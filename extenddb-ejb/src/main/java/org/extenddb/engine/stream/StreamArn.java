package org.extenddb.engine.stream;

import java.time.Instant;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.model.TableStream;
import org.extenddb.core.storage.StoredStream;
import org.extenddb.core.storage.StreamStore;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The ARN of a stream, whether it exists or not.
 *
 * @param arn as sent
 * @param createdAt what its label says
 */
public record StreamArn(String arn, TableAddress table, Instant createdAt) {
    private static final int MIN_LENGTH = 37;
    private static final int MAX_LENGTH = 1024;
    private static final Pattern PATTERN = Pattern.compile(
            "arn:aws[a-z-]*:dynamodb:([a-zA-Z0-9-]+):([0-9]{12}):table/([a-zA-Z0-9_.-]{3,255})/stream/([0-9T:.-]{1,64})");

    static void check(Violations violations, String member, @Nullable String arn) {
        violations.length(member, arn, MIN_LENGTH, MAX_LENGTH);
    }

    /** @throws DynamoDbException ValidationException when it is none */
    public static StreamArn of(String arn) {
        Matcher matcher = PATTERN.matcher(arn);
        if (!matcher.matches()) {
            throw DynamoDbException.validation(MessagesStream.invalidArn(arn));
        }
        Instant createdAt = TableStream.createdAt(matcher.group(4));
        if (createdAt == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesStream.notFound(arn));
        }
        return new StreamArn(
                arn,
                new TableAddress(new AccountId(matcher.group(2)), new Region(matcher.group(1)), matcher.group(3)),
                createdAt);
    }

    /** What IAM has to allow for an action on it, which has one name to policies whatever partition was sent. */
    List<AccessRequest> access(String action) {
        return access(action, AccessDetails.NONE);
    }

    List<AccessRequest> access(String action, AccessDetails details) {
        return List.of(new AccessRequest(action, canonical(), details));
    }

    /** As policies name it. */
    public String canonical() {
        return "arn:aws" + arn.substring(arn.indexOf(":dynamodb:"));
    }

    /** What tells it from the other streams of its table. */
    public String label() {
        return TableStream.label(createdAt);
    }

    /** @throws DynamoDbException ResourceNotFoundException when it is not there, or is another region's */
    public StoredStream find(StreamStore streams, RequestContext context) {
        StoredStream stream = table.region().equals(context.region()) ? streams.find(table, createdAt) : null;
        if (stream == null) {
            throw DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesStream.notFound(arn));
        }
        return stream;
    }
}
