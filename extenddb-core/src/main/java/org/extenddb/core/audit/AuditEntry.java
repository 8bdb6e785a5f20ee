package org.extenddb.core.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Who did what, when, from where, and whether it was let. Texts are empty where there is nothing to say; control characters in them become
 * question marks, and what is longer than {@link #MAX_TEXT} ends there.
 *
 * @param at by the millisecond
 * @param server which server answered
 * @param actor an ARN, or {@code administrator/<name>}; empty when nobody was authenticated
 * @param account whose resources it is about; empty for the installation
 * @param accessKeyId what it was signed with
 * @param action such as {@code iam:CreateUser}
 * @param resource an ARN or another name of what it is about
 * @param error the error's name; empty when there was none
 * @param detail what was asked for, without anything secret
 */
public record AuditEntry(
        Instant at,
        String server,
        String actor,
        String account,
        String accessKeyId,
        String action,
        String resource,
        String sourceAddress,
        String requestId,
        AuditOutcome outcome,
        String error,
        String detail) {
    public static final int MAX_TEXT = 4_096;

    public AuditEntry {
        at = at.truncatedTo(ChronoUnit.MILLIS);
        server = printable(server);
        actor = printable(actor);
        account = printable(account);
        accessKeyId = printable(accessKeyId);
        action = printable(action);
        resource = printable(resource);
        sourceAddress = printable(sourceAddress);
        requestId = printable(requestId);
        error = printable(error);
        detail = printable(detail);
    }

    private static String printable(String text) {
        int end = Math.min(text.length(), MAX_TEXT);
        StringBuilder changed = end < text.length() ? new StringBuilder(text.substring(0, end)) : null;
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            boolean lone = Character.isSurrogate(c) && !isPaired(text, i, end);
            if (c < ' ' || c == '\u007f' || lone) {
                changed = changed == null ? new StringBuilder(text) : changed;
                changed.setCharAt(i, '?');
            }
        }
        return changed == null ? text : changed.toString();
    }

    private static boolean isPaired(String text, int index, int end) {
        return Character.isHighSurrogate(text.charAt(index))
                ? index + 1 < end && Character.isLowSurrogate(text.charAt(index + 1))
                : index > 0 && Character.isHighSurrogate(text.charAt(index - 1));
    }
}
