package org.extenddb.core.sigv4;

/**
 * What a signing key is good for.
 *
 * @param date the day in UTC as {@code yyyyMMdd}
 */
public record CredentialScope(String date, String region, String service) {
    static final String TERMINATOR = "aws4_request";

    /** As it stands in the string to sign. */
    @Override
    public String toString() {
        return date + '/' + region + '/' + service + '/' + TERMINATOR;
    }
}
