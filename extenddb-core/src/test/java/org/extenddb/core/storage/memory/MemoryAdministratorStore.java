package org.extenddb.core.storage.memory;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.storage.AdministratorStore;
import org.jspecify.annotations.Nullable;

/** Administrators in memory. */
public final class MemoryAdministratorStore implements AdministratorStore {
    private SortedMap<String, Administrator> byName = new TreeMap<>();

    @Override
    public synchronized @Nullable Administrator find(String name) {
        return byName.get(name.toLowerCase(Locale.ROOT));
    }

    @Override
    public synchronized List<Administrator> list() {
        return List.copyOf(byName.values());
    }

    @Override
    public synchronized <T extends @Nullable Object> T change(Function<Administrators, T> work) {
        SortedMap<String, Administrator> copy = new TreeMap<>(byName);
        T result = work.apply(new Copy(copy));
        byName = copy;
        return result;
    }

    private record Copy(SortedMap<String, Administrator> rows) implements Administrators {
        @Override
        public @Nullable Administrator find(String name) {
            return rows.get(name.toLowerCase(Locale.ROOT));
        }

        @Override
        public List<Administrator> list() {
            return List.copyOf(rows.values());
        }

        @Override
        public void insert(Administrator administrator) {
            rows.put(key(administrator), administrator);
        }

        @Override
        public void save(Administrator administrator) {
            Objects.requireNonNull(rows.replace(key(administrator), administrator));
        }

        @Override
        public void delete(Administrator administrator) {
            rows.remove(key(administrator));
        }

        private static String key(Administrator administrator) {
            return administrator.name().toLowerCase(Locale.ROOT);
        }
    }
}
