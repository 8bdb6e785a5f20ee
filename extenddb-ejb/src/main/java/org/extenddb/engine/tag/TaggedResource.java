package org.extenddb.engine.tag;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.api.tag.TagRequest;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.error.MessagesTag;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.Violations;
import org.extenddb.engine.RequestContext;
import org.jspecify.annotations.Nullable;

/**
 * The ResourceArn of an operation on tags.
 *
 * @param arn as sent; of something of DynamoDB's that may have tags, whether it exists or not
 */
record TaggedResource(String arn, String region, String account, String resource) {
    private static final String PREFIX = "arn:";
    private static final int MAX_ARN = 1283;
    private static final Pattern OF_DYNAMODB = Pattern.compile("arn:aws[a-z-]*:dynamodb:([^:]*):([^:]*):(.*)");
    private static final Pattern TABLE_OR_STREAM =
            Pattern.compile("table/([a-zA-Z0-9_.-]{3,255})(/stream/[^/]{1,64})?");

    /** Checks all that needs no caller; the members beside it are checked with it. */
    static TaggedResource of(TagRequest request, String member, @Nullable Object value) {
        String arn = request.resourceArn();
        Violations violations = new Violations().required("resourceArn", arn).length("resourceArn", arn, 1, MAX_ARN);
        if (!member.isEmpty()) {
            violations.required(member, value);
        }
        violations.check();
        return parse(Objects.requireNonNull(arn));
    }

    private static TaggedResource parse(String arn) {
        if (!arn.startsWith(PREFIX)) {
            throw DynamoDbException.validation(MessagesTag.notAnArn(arn));
        }
        Matcher ours = OF_DYNAMODB.matcher(arn);
        if (!ours.matches()) {
            throw DynamoDbException.of(ErrorCode.ACCESS_DENIED, MessagesTag.ACCESS_DENIED);
        }
        String resource = ours.group(3);
        if (!resource.startsWith("table/") || resource.contains("/backup/")) {
            throw DynamoDbException.validation(MessagesTag.notOurs(arn));
        }
        if (resource.contains("/index/")) {
            throw DynamoDbException.validation(MessagesTag.neitherTableNorStream(arn));
        }
        return new TaggedResource(arn, ours.group(1), ours.group(2), resource);
    }

    /**
     * The table that is meant.
     *
     * @throws DynamoDbException AccessDeniedException for another account's, ValidationException for one of another region
     */
    TableAddress table(RequestContext context) {
        AccountId own = context.caller().account();
        if (!account.equals(own.value())) {
            throw DynamoDbException.of(ErrorCode.ACCESS_DENIED, MessagesTag.ACCESS_DENIED);
        }
        Matcher table = TABLE_OR_STREAM.matcher(resource);
        if (!region.equals(context.region().value()) || !table.matches()) {
            throw DynamoDbException.validation(MessagesTag.otherRegion(arn));
        }
        if (table.group(2) != null) {
            throw notFound();
        }
        return new TableAddress(own, new Region(region), table.group(1));
    }

    DynamoDbException notFound() {
        return DynamoDbException.of(ErrorCode.RESOURCE_NOT_FOUND, MessagesTag.notFound(arn));
    }
}
