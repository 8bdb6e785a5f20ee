package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.identity.LoginProfile;
import org.jspecify.annotations.Nullable;

/** What the identities of an account prove with who they are, inside one transaction of {@link IdentityStore}. */
public interface AccountCredentials {
    /** The access keys of an identity, or of the account's root user where {@code identityId} is null; oldest first. */
    List<StoredAccessKey> accessKeys(@Nullable String identityId);

    /** All access keys of the account, by id. */
    List<StoredAccessKey> accessKeys();

    /** A key of this account. */
    @Nullable
    StoredAccessKey accessKey(String accessKeyId);

    /** When and for what a key signed last, as far as servers have told; null when it never did. */
    @Nullable
    AccessKeyUse lastUse(String accessKeyId);

    /** When and where a role's sessions signed last, as far as servers have told; null when they never did. */
    @Nullable
    RoleUse lastRoleUse(String roleId);

    /** Adds a key with a new id. */
    void insert(StoredAccessKey key);

    /** Writes the status and the encrypted secret of a key. */
    void save(StoredAccessKey key);

    void delete(StoredAccessKey key);

    /** What lets a user sign in; null when nothing does. */
    @Nullable
    LoginProfile loginProfile(String identityId);

    /** Adds one for a user that has none. */
    void insert(LoginProfile profile);

    /** Writes all of one that is there. */
    void save(LoginProfile profile);

    void delete(LoginProfile profile);
}
