package org.extenddb.core.sigv4;

import java.util.ArrayDeque;
import java.util.Deque;

/** The path of a canonical request: without dot segments and doubled slashes, and encoded once more than it was sent. */
final class CanonicalPath {
    private CanonicalPath() {}

    static String of(String rawPath) {
        return rawPath.isEmpty() || rawPath.equals("/") ? "/" : PercentEncoding.encodePath(normalize(rawPath));
    }

    private static String normalize(String path) {
        Deque<String> kept = new ArrayDeque<>();
        for (String segment : path.split("/")) {
            if (segment.equals("..")) {
                kept.pollLast();
            } else if (!segment.isEmpty() && !segment.equals(".")) {
                kept.addLast(segment);
            }
        }
        String joined = "/" + String.join("/", kept);
        return path.endsWith("/") && !kept.isEmpty() ? joined + "/" : joined;
    }
}
