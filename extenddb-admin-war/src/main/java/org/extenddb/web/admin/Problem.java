package org.extenddb.web.admin;

/**
 * What is wrong, as RFC 9457 has it.
 *
 * @param type a word that programs can tell problems by, as a URN
 * @param title the same for every problem of the type
 * @param status the HTTP status
 * @param detail what is wrong this time, for people
 * @param instance the id of the request
 */
public record Problem(String type, String title, int status, String detail, String instance) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** As text: no provider has to know its media type. */
    String json() {
        return Fields.of("type", type)
                .with("title", title)
                .with("status", status)
                .with("detail", detail)
                .with("instance", instance)
                .json()
                .toString();
    }

    static Problem of(String word, int status, String detail, String instance) {
        return new Problem("urn:extenddb:problem:" + word, word, status, detail, "urn:uuid:" + instance);
    }
}
