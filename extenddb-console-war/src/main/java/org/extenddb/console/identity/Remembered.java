package org.extenddb.console.identity;

import jakarta.enterprise.context.RequestScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** What was read while one page is made: Faces asks for most of it several times. Whoever changes something has it forgotten. */
@RequestScoped
public class Remembered {
    private final Map<String, Object> values = new HashMap<>();

    /**
     * @param what its name among what this one remembers, always of the same type
     * @param read asks for it the first time
     */
    @SuppressWarnings("unchecked")
    public <T> T get(String what, Supplier<T> read) {
        Object known = values.get(what);
        if (known == null) {
            known = read.get();
            values.put(what, known);
        }
        return (T) known;
    }

    public void forget() {
        values.clear();
    }
}
