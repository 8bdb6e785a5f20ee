package org.extenddb.engine.policy;

import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesResourcePolicy;
import org.extenddb.core.model.TableAddress;
import org.extenddb.core.validation.TableNames;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.stream.StreamArn;
import org.jspecify.annotations.Nullable;

/**
 * What a policy is to be attached to, whether it exists or not.
 *
 * @param arn as policies name it
 * @param table the table, or the one whose stream it is
 * @param stream null for a table
 */
record PolicyTarget(
        String arn, TableAddress table, @Nullable StreamArn stream) {
    /** @throws DynamoDbException ValidationException for one of another region */
    static PolicyTarget of(String arn, RequestContext context) {
        if (!isStream(arn)) {
            requireSameRegion(arn, TableNames.regionOf(arn), context);
            TableAddress table = context.table(arn);
            return new PolicyTarget(table.arn(), table, null);
        }
        StreamArn stream = StreamArn.of(arn);
        requireSameRegion(arn, stream.table().region().value(), context);
        return new PolicyTarget(stream.canonical(), stream.table(), stream);
    }

    private static void requireSameRegion(String arn, @Nullable String region, RequestContext context) {
        if (!context.region().value().equals(region)) {
            throw DynamoDbException.validation(MessagesResourcePolicy.otherRegion(arn));
        }
    }

    static boolean isStream(String arn) {
        return arn.contains("/stream/");
    }

    /** The stream's label; null for a table. */
    @Nullable
    String label() {
        return stream == null ? null : stream.label();
    }
}
