package org.extenddb.storage.jpa.account;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.extenddb.core.identity.Administrator;
import org.extenddb.core.storage.AdministratorStore.Administrators;
import org.extenddb.storage.jpa.entity.AdministratorEntity;
import org.extenddb.storage.jpa.sql.StoredText;
import org.jspecify.annotations.Nullable;

/** Administrators in one transaction. */
record JpaAdministrators(EntityManager entities) implements Administrators {
    @Override
    public @Nullable Administrator find(String name) {
        if (!StoredText.isStorable(name)) {
            return null;
        }
        return entities.createQuery(
                        "SELECT a FROM AdministratorEntity a WHERE lower(a.name) = :name", AdministratorEntity.class)
                .setParameter("name", name.toLowerCase(Locale.ROOT))
                .getResultStream()
                .findFirst()
                .map(PasswordMapping::administrator)
                .orElse(null);
    }

    @Override
    public List<Administrator> list() {
        return entities.createQuery("SELECT a FROM AdministratorEntity a ORDER BY a.name", AdministratorEntity.class)
                .getResultStream()
                .map(PasswordMapping::administrator)
                .toList();
    }

    @Override
    public void insert(Administrator administrator) {
        entities.persist(PasswordMapping.entity(administrator));
    }

    @Override
    public void save(Administrator administrator) {
        PasswordMapping.write(administrator, row(administrator));
    }

    @Override
    public void delete(Administrator administrator) {
        entities.remove(row(administrator));
    }

    private AdministratorEntity row(Administrator administrator) {
        return Objects.requireNonNull(
                entities.find(AdministratorEntity.class, administrator.name()), "an administrator who is there");
    }
}
