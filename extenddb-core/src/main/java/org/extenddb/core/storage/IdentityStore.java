package org.extenddb.core.storage;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.extenddb.core.identity.Account;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Accounts with their users, groups, roles, managed policies and access keys. What is in one account never shows in another.
 * All servers hear of a change when it is committed ({@link IdentityListener}).
 */
public interface IdentityStore {
    /**
     * Reads in one transaction.
     *
     * @throws StorageUnavailableException when the database cannot be asked
     */
    <T extends @Nullable Object> T read(AccountId account, Function<AccountIdentities, T> work);

    /**
     * Changes in one transaction, and changes of one account one after the other: what the work reads stays true until it is
     * committed, so limits and conflicts can be checked by reading. Nothing is changed when the work throws; what it throws
     * passes through. Reading and changing the same account inside of the work belongs to its transaction.
     *
     * @throws IllegalArgumentException when there is no such account
     * @throws StorageUnavailableException when it is not known whether the change took effect
     */
    <T extends @Nullable Object> T change(AccountId account, Function<AccountIdentities, T> work);

    /**
     * Makes an account.
     *
     * @param name what people call it
     * @return false when there was one with this id; it stays as it is
     */
    boolean addAccount(AccountId account, String name);

    /** The ARNs of users, groups and roles by their unique ids, whatever their account; those that are gone are left out. */
    Map<String, String> arns(Collection<String> identityIds);

    /** Keeps when roles were used; the latest counts. Roles that are gone are passed over, and nobody is told. */
    void record(Collection<RoleUse> uses);

    /** All accounts, by id. */
    List<Account> accounts();
}
