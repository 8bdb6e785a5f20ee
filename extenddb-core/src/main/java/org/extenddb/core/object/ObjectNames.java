package org.extenddb.core.object;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.extenddb.core.model.Utf8Length;
import org.extenddb.core.object.ObjectStoreException.Reason;

/** Names that an object store may be asked for: S3's rules, but for what no file system could hold. */
public final class ObjectNames {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9A-Z][-.\\w]{0,253}[a-z0-9A-Z]");
    private static final int MAX_KEY_BYTES = 1024;

    private ObjectNames() {}

    /** @throws ObjectStoreException INVALID_NAME */
    public static void checkBucket(String bucket) throws ObjectStoreException {
        if (!BUCKET.matcher(bucket).matches() || bucket.contains("..")) {
            throw new ObjectStoreException(Reason.INVALID_NAME, "no bucket can be called so: " + shown(bucket), null);
        }
    }

    /** @throws ObjectStoreException INVALID_NAME */
    public static void checkKey(String key) throws ObjectStoreException {
        if (key.isEmpty() || Utf8Length.of(key) > MAX_KEY_BYTES || !isUnicode(key)) {
            throw new ObjectStoreException(Reason.INVALID_NAME, "no object can be called so: " + shown(key), null);
        }
    }

    private static boolean isUnicode(String text) {
        return text.indexOf('\0') < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    private static String shown(String name) {
        return name.length() > 100 ? name.substring(0, 100) + "..." : name;
    }
}
