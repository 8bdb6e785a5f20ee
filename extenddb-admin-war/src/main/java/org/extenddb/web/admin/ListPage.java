package org.extenddb.web.admin;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.jspecify.annotations.Nullable;

/**
 * A part of a list, in the order of its places. It begins behind the place where the page before ended, whether anything is there
 * still or not.
 *
 * @param next what the next page is asked for with; null for the last page
 */
record ListPage<T>(List<T> items, @Nullable String next) {
    /**
     * @param place of an element, unique
     * @param next as the page before came with it; null for the first page
     * @throws AdminException INVALID when no page comes with such a {@code next}
     */
    static <T> ListPage<T> of(List<T> all, Function<T, String> place, @Nullable String next, int limit) {
        String after = next == null ? "" : decoded(next);
        List<T> rest = all.stream()
                .filter(it -> place.apply(it).compareTo(after) > 0)
                .sorted(Comparator.comparing(place))
                .limit(limit + 1L)
                .toList();
        return rest.size() <= limit
                ? new ListPage<>(rest, null)
                : new ListPage<>(rest.subList(0, limit), encoded(place.apply(rest.get(limit - 1))));
    }

    private static String encoded(String place) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(place.getBytes(StandardCharsets.UTF_8));
    }

    private static String decoded(String next) {
        try {
            return new String(Base64.getUrlDecoder().decode(next), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.BAD_NEXT);
        }
    }
}
