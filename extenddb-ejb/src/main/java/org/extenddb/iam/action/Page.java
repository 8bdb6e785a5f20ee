package org.extenddb.iam.action;

import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.AccountIdentities.Listing;

/**
 * Which part of a list is asked for. Lists are in the order of some name; a marker is the name that ended the page before.
 *
 * @param after empty for the first page
 * @param maxItems at most so many
 */
record Page(String pathPrefix, String after, int maxItems) {
    private static final Logger LOG = System.getLogger(Page.class.getName());
    private static final int DEFAULT_ITEMS = 100;
    private static final int MAX_ITEMS = 1000;

    static Page of(FormParameters in) {
        int maxItems = IamInput.number(in, "MaxItems", 1, MAX_ITEMS, DEFAULT_ITEMS);
        String marker = in.find("Marker");
        return new Page(IamInput.pathPrefix(in), marker == null ? "" : decode(marker), maxItems);
    }

    /** For the store: one more than the page holds tells whether there are more. */
    Listing listing() {
        return new Listing(pathPrefix, after, maxItems + 1);
    }

    /** Writes the page that {@link #listing} brought, and whether there are more. */
    <T> void write(String list, List<T> found, Function<T, String> name, ResultOutput out, Consumer<T> writer) {
        List<T> shown = found.size() > maxItems ? found.subList(0, maxItems) : found;
        out.list(list, shown, writer);
        end(found.size() > maxItems ? name.apply(shown.get(shown.size() - 1)) : "", out);
    }

    /** The same of a list that is all there, in the order of names. */
    <T> void writePartOf(String list, List<T> all, Function<T, String> name, ResultOutput out, Consumer<T> writer) {
        List<T> rest =
                all.stream().filter(it -> name.apply(it).compareTo(after) > 0).toList();
        write(list, rest, name, out, writer);
    }

    /** @param last the name that ended the page; empty when it was the last page */
    void end(String last, ResultOutput out) {
        out.bool("IsTruncated", !last.isEmpty());
        if (!last.isEmpty()) {
            out.text("Marker", Base64.getUrlEncoder().encodeToString(last.getBytes(StandardCharsets.UTF_8)));
        }
    }

    private static String decode(String marker) {
        try {
            String name = new String(Base64.getUrlDecoder().decode(marker), StandardCharsets.UTF_8);
            if (name.indexOf('\0') < 0) {
                return name;
            }
        } catch (IllegalArgumentException e) {
            LOG.log(Level.DEBUG, "a marker that is none", e);
        }
        throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesIam.INVALID_MARKER);
    }
}
