package org.extenddb.engine.stream;

import java.util.Locale;
import java.util.regex.Pattern;
import org.extenddb.core.validation.Violations;
import org.jspecify.annotations.Nullable;

/** Sequence numbers as clients see them: 21 digits, so that their order is that of numbers and of texts. */
final class SequenceNumbers {
    private static final int MIN_LENGTH = 21;
    private static final int MAX_LENGTH = 40;
    private static final Pattern FORM = Pattern.compile("1[0-9]{20}");

    private SequenceNumbers() {}

    static void check(Violations violations, @Nullable String sequenceNumber) {
        violations.length("sequenceNumber", sequenceNumber, MIN_LENGTH, MAX_LENGTH);
    }

    static String of(long sequence) {
        return String.format(Locale.ROOT, "1%020d", sequence);
    }

    /** -1 for a text that is none. */
    static long parse(String sequenceNumber) {
        if (!FORM.matcher(sequenceNumber).matches()) {
            return -1;
        }
        try {
            return Long.parseLong(sequenceNumber.substring(1));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}
