package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.extenddb.core.queryprotocol.QueryException;

/**
 * What was read while one page is made: Faces asks for most of it several times. Whoever changes something has it forgotten. Whoever
 * looks at a page may not be allowed to read all that is on it: a part that was refused is empty and says why, and the others are
 * there.
 */
@Named("read")
@RequestScoped
public class Remembered {
    private final Map<String, Object> values = new HashMap<>();
    private final Map<String, String> refusals = new HashMap<>();

    /**
     * @param what its name among what this one remembers, always of the same type
     * @param read asks for it the first time
     * @param refused what there is of it where IAM refuses to tell
     */
    @SuppressWarnings("unchecked")
    <T> T get(String what, Supplier<T> read, T refused) {
        Object known = values.get(what);
        if (known == null) {
            known = read(what, read, refused);
            values.put(what, known);
        }
        return (T) known;
    }

    /** A list; empty where IAM refuses to tell. */
    public <T> List<T> list(String what, Supplier<List<T>> read) {
        return get(what, read, List.of());
    }

    private <T> T read(String what, Supplier<T> read, T refused) {
        try {
            return read.get();
        } catch (QueryException e) {
            if (e.error().httpStatus() >= 500) {
                throw e;
            }
            refusals.put(what, e.error().code() + ": " + e.getMessage());
            return refused;
        }
    }

    /** Why a part could not be read, in IAM's words; empty where it was, or where nobody has asked yet. */
    public String refusal(String what) {
        return refusals.getOrDefault(what, "");
    }

    void forget() {
        values.clear();
        refusals.clear();
    }
}
