package org.extenddb.core.sigv4;

import java.util.ArrayList;
import java.util.List;
import org.extenddb.core.error.MessagesSignature;

/** The Credential of a signature: {@code keyid/date/region/service/aws4_request}. */
record Credential(String accessKeyId, CredentialScope scope, String terminator) {
    private static final int MAX_REGION_LENGTH = 64;

    static Credential parse(String text) {
        List<String> parts = split(text);
        if (parts.size() != 5) {
            throw SignatureErrors.incomplete(MessagesSignature.notFiveElements(text));
        }
        return new Credential(
                parts.get(0), new CredentialScope(parts.get(1), parts.get(2), parts.get(3)), parts.get(4));
    }

    /** Names everything that is wrong with the scope at once. */
    void requireScope(String service, SigningTime time) {
        boolean regionFits = isRegion(scope.region());
        boolean serviceFits = scope.service().equals(service);
        boolean terminatorFits = terminator.equals(CredentialScope.TERMINATOR);
        boolean dateFits = scope.date().equals(time.day());
        if (regionFits && serviceFits && terminatorFits && dateFits) {
            return;
        }
        throw SignatureErrors.invalid((regionFits ? "" : MessagesSignature.wrongRegion(scope.region()))
                + (serviceFits ? "" : MessagesSignature.wrongService(service))
                + (terminatorFits ? "" : MessagesSignature.wrongTerminator(terminator))
                + (dateFits ? "" : MessagesSignature.wrongDate(scope.date(), time.day(), time.text())));
    }

    /** Any name will do for a region as long as it can stand in an ARN. */
    private static boolean isRegion(String region) {
        if (region.isEmpty() || region.length() > MAX_REGION_LENGTH) {
            return false;
        }
        for (int i = 0; i < region.length(); i++) {
            char c = region.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '-' || c == '_')) {
                return false;
            }
        }
        return true;
    }

    /** Slashes at the end do not count. */
    private static List<String> split(String text) {
        int end = text.length();
        while (end > 0 && text.charAt(end - 1) == '/') {
            end--;
        }
        List<String> parts = new ArrayList<>(5);
        int start = 0;
        for (int i = 0; i <= end; i++) {
            if (i == end || text.charAt(i) == '/') {
                parts.add(text.substring(start, i));
                start = i + 1;
            }
        }
        return parts;
    }
}
