package org.extenddb.engine.table;

import org.extenddb.core.api.table.StreamMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesStream;
import org.extenddb.core.model.StreamViewType;
import org.extenddb.core.model.TableStream;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of a table's stream.
 *
 * @param viewType of the stream that is enabled; null to disable the one there is
 */
record StreamChange(@Nullable StreamViewType viewType) {
    /** CreateTable's; null when there is to be no stream. */
    static @Nullable TableStream created(@Nullable StreamMembers sent) {
        if (sent == null) {
            return null;
        }
        StreamViewType viewType =
                viewType(sent, MessagesStream.CREATED_WITHOUT_VIEW_TYPE, MessagesStream.CREATED_WITH_VIEW_TYPE);
        return viewType == null ? null : TableStream.wanted(viewType);
    }

    /** UpdateTable's; null when the stream stays as it is. */
    static @Nullable StreamChange of(@Nullable StreamMembers sent) {
        return sent == null
                ? null
                : new StreamChange(viewType(
                        sent, MessagesStream.ENABLED_WITHOUT_VIEW_TYPE, MessagesStream.DISABLED_WITH_VIEW_TYPE));
    }

    private static @Nullable StreamViewType viewType(StreamMembers sent, String missing, String superfluous) {
        boolean enabled = Boolean.TRUE.equals(sent.streamEnabled());
        if (enabled == (sent.streamViewType() == null)) {
            throw DynamoDbException.validation(enabled ? missing : superfluous);
        }
        return sent.streamViewType() == null ? null : StreamViewType.valueOf(sent.streamViewType());
    }

    TableStream changed(String tableName, @Nullable TableStream current) {
        if (viewType != null) {
            if (current != null && current.enabled()) {
                throw DynamoDbException.validation(MessagesStream.alreadyEnabled(tableName));
            }
            return TableStream.wanted(viewType);
        }
        if (current == null || !current.enabled()) {
            throw DynamoDbException.validation(MessagesStream.noneToDisable(tableName));
        }
        return current.disabled();
    }
}
