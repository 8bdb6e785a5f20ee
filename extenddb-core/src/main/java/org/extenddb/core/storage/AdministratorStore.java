package org.extenddb.core.storage;

import java.util.List;
import java.util.function.Function;
import org.extenddb.core.identity.Administrator;
import org.jspecify.annotations.Nullable;

/** The administrators of the installation. Names are looked up whatever the case of their letters. */
public interface AdministratorStore {
    /** @throws StorageUnavailableException when the database cannot be asked */
    @Nullable
    Administrator find(String name);

    /** All, by name. */
    List<Administrator> list();

    /**
     * Changes in one transaction, one change after the other on all servers. Nothing is changed when the work throws; what it throws
     * passes through.
     *
     * @throws StorageUnavailableException when it is not known whether the change took effect
     */
    <T extends @Nullable Object> T change(Function<Administrators, T> work);

    /** All administrators, inside one transaction. */
    interface Administrators {
        @Nullable
        Administrator find(String name);

        /** All, by name. */
        List<Administrator> list();

        /** Adds one; the name must be free. */
        void insert(Administrator administrator);

        /** Writes all of one that is there. */
        void save(Administrator administrator);

        void delete(Administrator administrator);
    }
}
