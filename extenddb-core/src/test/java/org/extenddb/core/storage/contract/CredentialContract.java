package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.identity.Account;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.LoginProfile;
import org.extenddb.core.identity.Password;
import org.extenddb.core.identity.PasswordPolicy;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.identity.UniqueIds;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Accounts themselves, and what identities of theirs prove with who they are. */
public abstract class CredentialContract extends AccountContract {
    @Test
    void addAccount_again_isFalseAndListedOnce() {
        AccountId other = newAccount();

        assertThat(backend().identities().addAccount(other, "one")).isTrue();
        assertThat(backend().identities().addAccount(other, "two")).isFalse();

        assertThat(backend().identities().accounts())
                .filteredOn(it -> it.id().equals(other))
                .singleElement()
                .satisfies(it -> assertThat(it.name()).isEqualTo("one"))
                .satisfies(it -> assertThat(it.isClosed()).isFalse());
    }

    @Test
    void saveAccount_renamedAndClosed_isFoundAsSaved() {
        Instant closed = Instant.parse("2026-01-02T03:04:05Z");
        change(it -> {
            it.save(Objects.requireNonNull(it.details()).withName("renamed").closed(closed));
            return null;
        });

        assertThat(this.<@Nullable Account>read(AccountIdentities::details))
                .isNotNull()
                .satisfies(it -> assertThat(it.name()).isEqualTo("renamed"))
                .satisfies(it -> assertThat(it.closedAt()).isEqualTo(closed));
        assertThat(backend().identities().<@Nullable Account>read(newAccount(), AccountIdentities::details))
                .isNull();
    }

    @Test
    void saveAccount_passwordPolicy_isFoundAsSaved_andGoes() {
        PasswordPolicy policy = new PasswordPolicy(14, true, false, true, false, true, 90, true);
        change(it -> {
            it.save(Objects.requireNonNull(it.details()).withPasswordPolicy(policy));
            return null;
        });
        assertThat(this.<@Nullable Account>read(AccountIdentities::details))
                .isNotNull()
                .satisfies(it -> assertThat(it.passwordPolicy()).isEqualTo(policy));

        change(it -> {
            it.save(Objects.requireNonNull(it.details()).withPasswordPolicy(null));
            return null;
        });
        assertThat(this.<@Nullable Account>read(AccountIdentities::details))
                .isNotNull()
                .satisfies(it -> assertThat(it.passwordPolicy()).isNull());
    }

    @Test
    void arns_ofSeveralAccounts_leaveOutThoseThatAreGone() {
        AccountId other = newAccount();
        backend().identities().addAccount(other, "other");
        Identity user = Identity.of(IdentityKind.USER, account, "/team/", "nina", null);
        Identity role = Identity.of(IdentityKind.ROLE, other, "/", "reader", new RoleSettings("{}", 3600, null));
        change(it -> {
            it.insert(user);
            return null;
        });
        backend().identities().<@Nullable Object>change(other, it -> {
            it.insert(role);
            return null;
        });

        assertThat(backend().identities().arns(List.of(user.id(), role.id(), UniqueIds.of("AIDA"))))
                .containsOnly(Map.entry(user.id(), user.arn()), Map.entry(role.id(), role.arn()));
        assertThat(backend().identities().arns(List.of())).isEmpty();
    }

    @Test
    void roleUse_theLatestCounts_andAChangeOfTheRoleLeavesIt() {
        Identity role = Identity.of(IdentityKind.ROLE, account, "/", "reader", new RoleSettings("{}", 3600, null));
        change(it -> {
            it.insert(role);
            return null;
        });
        assertThat(this.<@Nullable RoleUse>read(it -> it.lastRoleUse(role.id())))
                .isNull();
        RoleUse late = new RoleUse(role.id(), Instant.parse("2026-02-02T00:00:00Z"), "eu-west-1");
        RoleUse early = new RoleUse(role.id(), Instant.parse("2026-01-01T00:00:00Z"), "us-east-1");
        backend().identities().record(List.of(late, new RoleUse(UniqueIds.of("AROA"), late.usedAt(), "us-east-1")));
        backend().identities().record(List.of(early));

        change(it -> {
            it.save(role.withRole(new RoleSettings("{}", 7200, "reads")));
            return null;
        });
        assertThat(this.<@Nullable RoleUse>read(it -> it.lastRoleUse(role.id())))
                .isEqualTo(late);
        assertThat(backend().identities().<@Nullable RoleUse>read(newAccount(), it -> it.lastRoleUse(role.id())))
                .isNull();
    }

    @Test
    void loginProfile_insertSaveDelete_isFoundAsGiven() {
        Identity user = Identity.of(IdentityKind.USER, account, "/", "Nina", null);
        LoginProfile profile = LoginProfile.of(user.id(), Password.of("$argon2id$1", true));
        change(it -> {
            it.insert(user);
            it.insert(profile);
            return null;
        });
        assertThat(this.<LoginProfile>read(it -> it.loginProfile(user.id()))).isEqualTo(profile);
        assertThat(backend().identities().<@Nullable LoginProfile>read(newAccount(), it -> it.loginProfile(user.id())))
                .isNull();

        LoginProfile changed =
                profile.withPassword(Password.of("$argon2id$2", false)).withSignIn(profile.createdAt());
        change(it -> {
            it.save(changed);
            return null;
        });
        assertThat(this.<LoginProfile>read(it -> it.loginProfile(user.id()))).isEqualTo(changed);

        change(it -> {
            it.delete(changed);
            return null;
        });
        assertThat(this.<LoginProfile>read(it -> it.loginProfile(user.id()))).isNull();
    }

    @Test
    void accessKeys_ofUserAndRoot_areApart() {
        Identity user = Identity.of(IdentityKind.USER, account, "/", "u", null);
        StoredAccessKey first = key(user.id(), "2026-01-01T00:00:00Z");
        StoredAccessKey second = key(user.id(), "2026-01-02T00:00:00Z");
        StoredAccessKey root = key(null, "2026-01-03T00:00:00Z");
        change(it -> {
            it.insert(user);
            it.insert(second);
            it.insert(first);
            it.insert(root);
            return null;
        });

        assertThat(this.<List<StoredAccessKey>>read(it -> it.accessKeys(user.id())))
                .containsExactly(first, second);
        assertThat(this.<List<StoredAccessKey>>read(it -> it.accessKeys(null))).containsExactly(root);
        change(it -> {
            it.save(first.withStatus(false));
            it.delete(second);
            return null;
        });
        assertThat(backend().accessKeys().find(first.accessKeyId())).isEqualTo(first.withStatus(false));
        assertThat(backend().accessKeys().find(second.accessKeyId())).isNull();
    }
}
