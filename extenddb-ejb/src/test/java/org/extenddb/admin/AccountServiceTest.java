package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Instant;
import java.util.List;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.auth.BootstrapObserver;
import org.extenddb.auth.TestIdentities;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.StoredAccessKey;
import org.junit.jupiter.api.Test;

class AccountServiceTest {
    private static final AccountId FIRST = new AccountId("111122223333");
    private static final AccountId SECOND = new AccountId("444455556666");

    private final TestIdentities identities = new TestIdentities();
    private final AccountService accounts =
            new AccountService(identities.store(), identities.secrets(), BootstrapObserver.NONE);

    @Test
    void create_new_hasAKeyOfItsRootUser() {
        NewAccessKey key = accounts.create(FIRST, "first").orElseThrow();

        assertThat(key.stored().account()).isEqualTo(FIRST);
        assertThat(key.stored().identityId()).isNull();
        assertThat(key.secret()).hasSize(40);
        assertThat(key.toString()).doesNotContain(key.secret());
        assertThat(rootKeys()).containsExactly(key.stored());
        assertThat(accounts.list()).extracting(Account::id).containsExactly(FIRST);
    }

    @Test
    void home_noAccountYet_isMade() {
        assertThat(accounts.home(SECOND)).isEqualTo(SECOND);
        assertThat(accounts.home(SECOND)).isEqualTo(SECOND);
        assertThat(accounts.list()).extracting(Account::id).containsExactly(SECOND);
    }

    @Test
    void home_otherAccounts_isTheFirstOfThem() {
        accounts.create(FIRST, "first");

        assertThat(accounts.home(SECOND)).isEqualTo(FIRST);
        assertThat(accounts.list()).hasSize(1);
    }

    @Test
    void create_again_isRefusedAndAddsNoKey() {
        accounts.create(FIRST, "first");

        assertThat(accounts.create(FIRST, "again")).isEmpty();
        assertThat(rootKeys()).hasSize(1);
    }

    @Test
    void users_ofTwoAccounts_haveTheSameNamesAndNothingElseInCommon() {
        accounts.create(FIRST, "first");
        accounts.create(SECOND, "second");
        identities.store().change(FIRST, it -> {
            it.insert(Identity.of(IdentityKind.USER, FIRST, "/", "nina", null));
            return it;
        });

        List<Identity> there = identities.store().read(SECOND, it -> it.list(IdentityKind.USER, Listing.all()));
        assertThat(there).isEmpty();
    }

    @Test
    void rename_otherStateThanMeant_isRefused() {
        accounts.create(FIRST, "first");
        String tag = StateTag.of(accounts.get(FIRST));
        assertThat(accounts.rename(FIRST, "second", Precondition.of(tag)).name())
                .isEqualTo("second");

        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> accounts.rename(FIRST, "third", Precondition.of(tag)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.CHANGED));
        assertThat(accounts.get(FIRST).name()).isEqualTo("second");
    }

    @Test
    void close_keysAreInactiveAndUsersHaveNoRights() {
        accounts.create(FIRST, "first");
        Identity user = Identity.of(IdentityKind.USER, FIRST, "/", "nina", null);
        identities.store().change(FIRST, it -> {
            it.insert(user);
            return it;
        });
        assertThat(identities.callers().find(FIRST, user.id(), Instant.now())).isNotNull();

        assertThat(accounts.close(FIRST, Precondition.ANY).isClosed()).isTrue();
        assertThat(rootKeys()).noneMatch(StoredAccessKey::active);
        assertThat(identities.callers().find(FIRST, user.id(), Instant.now())).isNull();

        assertThat(accounts.reopen(FIRST, Precondition.ANY).isClosed()).isFalse();
        assertThat(identities.callers().find(FIRST, user.id(), Instant.now())).isNotNull();
        assertThat(rootKeys()).noneMatch(StoredAccessKey::active);
    }

    @Test
    void create_nameThatIsNone_isInvalid() {
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> accounts.create(FIRST, " "))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.INVALID));
    }

    private List<StoredAccessKey> rootKeys() {
        return identities.store().read(FIRST, it -> it.accessKeys(null));
    }
}
