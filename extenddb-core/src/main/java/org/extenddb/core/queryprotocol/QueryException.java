package org.extenddb.core.queryprotocol;

/** An error of IAM or STS that goes to the client as it stands; a value without a stack trace. */
public final class QueryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final QueryError error;

    private QueryException(QueryError error, String message) {
        super(message, null, false, false);
        this.error = error;
    }

    public static QueryException of(QueryError error, String message) {
        return new QueryException(error, message);
    }

    public QueryError error() {
        return error;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
