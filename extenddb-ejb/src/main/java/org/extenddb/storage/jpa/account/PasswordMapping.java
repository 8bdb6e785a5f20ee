package org.extenddb.storage.jpa.account;

import org.extenddb.core.identity.Administrator;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.model.AccountId;
import org.extenddb.storage.jpa.entity.AdministratorEntity;
import org.extenddb.storage.jpa.entity.LoginProfileEntity;
import org.extenddb.storage.jpa.entity.StoredPassword;

/** Between those who sign in by a password as values and as rows. */
final class PasswordMapping {
    private PasswordMapping() {}

    static Administrator administrator(AdministratorEntity entity) {
        return new Administrator(
                entity.name, password(entity.password), entity.active, entity.createdAt, entity.lastSignInAt);
    }

    static AdministratorEntity entity(Administrator administrator) {
        AdministratorEntity entity = new AdministratorEntity();
        entity.name = administrator.name();
        entity.createdAt = administrator.createdAt();
        write(administrator, entity);
        return entity;
    }

    /** What can change. */
    static void write(Administrator administrator, AdministratorEntity entity) {
        write(administrator.password(), entity.password);
        entity.active = administrator.active();
        entity.lastSignInAt = administrator.lastSignInAt();
    }

    static LoginProfile profile(LoginProfileEntity entity) {
        return new LoginProfile(entity.identityId, password(entity.password), entity.createdAt, entity.lastSignInAt);
    }

    static LoginProfileEntity entity(LoginProfile profile, AccountId account) {
        LoginProfileEntity entity = new LoginProfileEntity();
        entity.identityId = profile.identityId();
        entity.accountId = account.value();
        entity.createdAt = profile.createdAt();
        write(profile, entity);
        return entity;
    }

    /** What can change. */
    static void write(LoginProfile profile, LoginProfileEntity entity) {
        write(profile.password(), entity.password);
        entity.lastSignInAt = profile.lastSignInAt();
    }

    private static Password password(StoredPassword stored) {
        return new Password(stored.hash, stored.mustChange, stored.stamp, stored.changedAt);
    }

    private static void write(Password password, StoredPassword stored) {
        stored.hash = password.hash();
        stored.mustChange = password.mustChange();
        stored.stamp = password.stamp();
        stored.changedAt = password.changedAt();
    }
}
