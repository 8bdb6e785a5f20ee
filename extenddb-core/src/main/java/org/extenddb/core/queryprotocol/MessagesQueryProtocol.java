package org.extenddb.core.queryprotocol;

/** What the Query protocol says of requests that it does not understand. */
public final class MessagesQueryProtocol {
    static final String BAD_PERCENT_ENCODING = "The request has a percent sign that begins no escaped byte.";
    static final String NO_UTF_8 = "The request is no UTF-8.";
    public static final String TOO_LARGE = "Request body is too large.";
    static final String TOO_MANY_PARAMETERS = "The request has too many parameters.";

    private MessagesQueryProtocol() {}

    static String duplicateParameter(String name) {
        return "Duplicate param name: " + name;
    }

    public static String noSuchAction(String action, String version) {
        return "Could not find operation " + action + " for version " + version;
    }

    public static String noAction(String version) {
        return "Missing Action for version " + version;
    }

    /** @param action one that credentials of GetSessionToken are not good for */
    public static String notWithSessionCredentials(String action) {
        return "Cannot call " + action + " with session credentials";
    }

    public static String serviceFailure() {
        return "We encountered an internal error. Please try again.";
    }
}
