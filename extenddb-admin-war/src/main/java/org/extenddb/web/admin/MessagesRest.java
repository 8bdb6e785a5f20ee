package org.extenddb.web.admin;

import java.time.Instant;

/** What the REST interface itself has to say. */
final class MessagesRest {
    static final String SIGN_IN = "Sign in by POST /admin/v1/sessions, and send Authorization: Bearer with the token.";
    static final String TOO_LARGE = "The body is larger than 1 MiB.";
    static final String NO_JSON = "The body is not JSON, or not of the form that this resource takes.";
    static final String BAD_IF_MATCH = "If-Match takes one ETag, or *.";
    static final String BAD_NEXT = "This is no value of next that a page has come with.";
    static final String BAD_LIMIT = "limit is a number from 1 to 1000.";
    static final String INTERNAL = "The server failed; its log tells more under the id in instance.";
    static final String UNAVAILABLE = "The database cannot be asked just now.";

    static final String ZERO = "U+0000 stands in no name.";
    static final String REFUSED = "There is nobody of this name with this password.";
    static final String MUST_CHANGE = "The password has to be changed first: sign in with newPassword beside it.";
    static final String BUSY = "Too many sign in just now; try again.";
    static final String LAST_ADMINISTRATOR = "Without this one there would be no active administrator.";

    private MessagesRest() {}

    static String locked(Instant until) {
        return "Too many attempts: nobody of this name can sign in before " + until + ".";
    }

    static String noAdministrator(String name) {
        return "There is no administrator " + name + ".";
    }

    static String administratorExists(String name) {
        return "There is an administrator " + name + " already.";
    }

    static String badMember(String member) {
        return "The member " + member + " of the body is unknown here, or of another type.";
    }

    static String badParameter(String name) {
        return "This is no value of the parameter " + name + ".";
    }

    static String missing(String member) {
        return "The member " + member + " is missing.";
    }
}
