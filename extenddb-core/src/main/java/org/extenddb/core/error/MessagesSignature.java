package org.extenddb.core.error;

/** What AWS says of signatures. */
public final class MessagesSignature {
    public static final String MISSING_TOKEN = "Request is missing Authentication Token";
    public static final String INVALID_TOKEN = "The security token included in the request is invalid.";
    public static final String EXPIRED_TOKEN = "The security token included in the request is expired";
    public static final String MISMATCH =
            "The request signature we calculated does not match the signature you provided. "
                    + "Check your AWS Secret Access Key and signing method. Consult the service documentation for details.";
    public static final String HEADER_AND_QUERY =
            "Found both 'X-Amz-Algorithm' as a query-string param and 'Authorization' as HTTP header.";
    public static final String HOST_NOT_SIGNED =
            "'Host' or ':authority' must be a 'SignedHeader' in the AWS Authorization.";
    public static final String HEADER_WITHOUT_DATE =
            "Authorization header requires existence of either a 'X-Amz-Date' or a 'Date' header. ";
    public static final String REEXAMINE_QUERY = "Re-examine the query-string parameters.";

    /** Ours: AWS has no server without a key. */
    public static final String CANNOT_VERIFY =
            "This server cannot verify signatures: its encryption key is missing or is another than before. See its log.";

    private MessagesSignature() {}

    public static String headerRequires(String parameter) {
        return "Authorization header requires '" + parameter + "' parameter. ";
    }

    /** Ends the list of what an Authorization header lacks. The header itself is not echoed: it may hold a secret of another scheme. */
    public static String authorizationWas(String headerHash) {
        return "(Hashed with SHA-256 and encoded with Base64) Authorization=" + headerHash;
    }

    public static String missingEqualSign(String headerHash) {
        return "Invalid key=value pair (missing equal-sign) in Authorization header"
                + " (hashed with SHA-256 and encoded with Base64): '" + headerHash + "'.";
    }

    public static String queryRequires(String parameter) {
        return "AWS query-string parameters must include '" + parameter + "'. ";
    }

    public static String notSigned(String header) {
        return "'" + header + "' must be a 'SignedHeader' in the AWS Authorization.";
    }

    public static String badDate(String got) {
        return "Date must be in ISO-8601 'basic format'. Got '" + got + "'. See http://en.wikipedia.org/wiki/ISO_8601";
    }

    public static String expired(String signed, String earliest, String now, String window) {
        return "Signature expired: " + signed + " is now earlier than " + earliest + " (" + now + " - " + window + ")";
    }

    public static String notYetCurrent(String signed, String latest, String now, String window) {
        return "Signature not yet current: " + signed + " is still later than " + latest + " (" + now + " + " + window
                + ")";
    }

    public static String unsupportedAlgorithm(String got) {
        return "Unsupported AWS 'algorithm': '" + got + "' (only AWS4-HMAC-SHA256 for now). ";
    }

    public static String notFiveElements(String credential) {
        return "Credential must have exactly 5 slash-delimited elements, e.g. keyid/date/region/service/term, got '"
                + credential + "'";
    }

    public static String wrongRegion(String region) {
        return "Credential should be scoped to a valid region, not '" + region + "'. ";
    }

    public static String wrongService(String expected) {
        return "Credential should be scoped to correct service: '" + expected + "'. ";
    }

    public static String wrongTerminator(String got) {
        return "Credential should be scoped with a valid terminator: 'aws4_request', not '" + got + "'. ";
    }

    public static String wrongDate(String got, String expected, String signed) {
        return "Date in Credential scope does not match YYYYMMDD from ISO-8601 version of date from HTTP: '" + got
                + "' != '" + expected + "', from '" + signed + "'.";
    }
}
