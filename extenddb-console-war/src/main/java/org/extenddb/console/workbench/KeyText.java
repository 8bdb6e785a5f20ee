package org.extenddb.console.workbench;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.ScalarType;
import org.jspecify.annotations.Nullable;

/** A table's key as people write it: {@code pk S, sk N}, or {@code pk} alone for a string. */
final class KeyText {
    private static final Pattern PART = Pattern.compile("(.+?)(?:\\s*[ (]\\s*([SNB])\\)?)?");
    private static final int MOST = 2;

    private KeyText() {}

    /** Null where it is no key. */
    static @Nullable KeySchema read(String text) {
        List<KeyAttribute> parts = new ArrayList<>();
        for (String each : text.split(",")) {
            Matcher part = PART.matcher(each.strip());
            if (!part.matches()) {
                return null;
            }
            String type = part.group(2);
            parts.add(new KeyAttribute(part.group(1), ScalarType.valueOf(type == null ? "S" : type)));
        }
        return parts.size() > MOST ? null : KeySchema.of(parts.get(0), parts.size() == MOST ? parts.get(1) : null);
    }
}
