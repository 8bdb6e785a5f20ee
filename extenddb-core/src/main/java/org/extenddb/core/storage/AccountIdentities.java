package org.extenddb.core.storage;

import java.util.List;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What one account has, inside one transaction of {@link IdentityStore}. Names are looked up whatever the case of their letters,
 * since IAM does not tell names apart by it.
 */
public interface AccountIdentities extends AccountCredentials, AccountPolicies {
    AccountId account();

    /** The account itself; null when there is none of this id. */
    @Nullable
    Account details();

    /** Writes name and closing of the account. */
    void save(Account changed);

    @Nullable
    Identity find(IdentityKind kind, String name);

    /** By unique id; null when there is none in this account. */
    @Nullable
    Identity findById(String id);

    /** Those of one kind, by name. */
    List<Identity> list(IdentityKind kind, Listing listing);

    /** The users in a group, by name. */
    List<Identity> members(String groupId, Listing listing);

    /** Those that have a managed policy attached or are bounded by it, by kind and name. */
    List<Identity> having(String policyArn);

    /** Adds one; its name must be free. */
    void insert(Identity identity);

    /** Writes all of one that is there, found by its id. */
    void save(Identity identity);

    /** Removes one and its memberships. Its access keys and its login profile must be gone. */
    void delete(Identity identity);

    /** How many there are of each. */
    IdentityCounts counts();

    /**
     * A page of a list.
     *
     * @param pathPrefix begins with a slash; a lone slash stands for all
     * @param after the name that ended the page before; empty for the first page
     * @param limit at most so many
     */
    record Listing(String pathPrefix, String after, int limit) {
        /** All. */
        public static Listing all() {
            return new Listing("/", "", Integer.MAX_VALUE);
        }
    }

    /** Numbers for an overview. */
    record IdentityCounts(int users, int groups, int roles, int policies, int policyVersions) {}
}
