package org.extenddb.console.frame;

import java.io.Serializable;
import org.extenddb.admin.AdminException;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.queryprotocol.QueryException;
import org.jspecify.annotations.Nullable;

/**
 * What a page was refused for, kept until the page about it has shown it.
 *
 * @param id names the failure in the address of that page; empty until it has one
 * @param title such as {@code AccessDeniedException}
 */
record Refusal(String id, String title, @Nullable String words) implements Serializable {
    /** Null when it is no refusal but a failure of the server's own. */
    static @Nullable Refusal of(Throwable failure) {
        if (failure instanceof DynamoDbException error && error.code().httpStatus() < 500) {
            return new Refusal("", error.code().simpleName(), error.getMessage());
        }
        if (failure instanceof QueryException error) {
            return new Refusal("", error.error().code(), error.getMessage());
        }
        return failure instanceof AdminException error
                ? new Refusal("", String.valueOf(error.getMessage()), null)
                : null;
    }

    Refusal as(String named) {
        return new Refusal(named, title, words);
    }
}
