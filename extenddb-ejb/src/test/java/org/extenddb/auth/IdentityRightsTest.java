package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.auth.TemporaryCredentialIssuer.TemporaryCredentials;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.MalformedPolicyException;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.identity.Grants;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.sigv4.CredentialScope;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.RoleUse;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who the sender is, and which policies apply. */
class IdentityRightsTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final String ALLOW =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"dynamodb:*\",\"Resource\":\"*\"}]}";
    private static final String TRUST =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Principal\":"
                    + "{\"AWS\":\"*\"},\"Action\":\"sts:AssumeRole\"}]}";

    private final TestIdentities identities = new TestIdentities();
    private final Identity group = Identity.of(IdentityKind.GROUP, ACCOUNT, "/", "crew", null)
            .withGrants(Grants.NONE.withInline("of-group", ALLOW));
    private final ManagedPolicy managed = ManagedPolicy.of(ACCOUNT, "/", "managed", null, ALLOW);
    private final Identity user = Identity.of(IdentityKind.USER, ACCOUNT, "/jazz/", "nina", null)
            .withTags(Map.of("team", "blue"))
            .withGrants(Grants.NONE
                    .withInline("own", ALLOW)
                    .attaching(managed.arn())
                    .attaching("arn:aws:iam::aws:policy/ReadOnlyAccess")
                    .boundedBy(managed.arn()))
            .withGroups(new TreeSet<>(List.of(group.id())));
    private final Identity role = Identity.of(
                    IdentityKind.ROLE, ACCOUNT, "/", "tour", new RoleSettings(TRUST, 3600, null))
            .withTags(Map.of("Team", "red", "kept", "yes"))
            .withGrants(Grants.NONE.withInline("of-role", ALLOW));

    @BeforeEach
    void fill() {
        identities.store().addAccount(ACCOUNT, "tests");
        change(it -> {
            it.insert(managed);
            it.insert(group);
            it.insert(user);
            it.insert(role);
        });
        identities.caches().confirm(System.nanoTime());
    }

    @Test
    void user_hasItsOwnPoliciesThoseOfItsGroupsAndItsBoundary() {
        Caller caller = Objects.requireNonNull(newKey(user).caller());

        assertThat(caller.principal())
                .isEqualTo(new Principal.User(
                        ACCOUNT,
                        "arn:aws:iam::111122223333:user/jazz/nina",
                        "nina",
                        user.id(),
                        Map.of("team", "blue"),
                        null));
        assertThat(caller.policies().identity())
                .extracting(NamedPolicy::name)
                .containsExactlyInAnyOrder("own", managed.arn(), "arn:aws:iam::aws:policy/ReadOnlyAccess", "of-group");
        assertThat(Objects.requireNonNull(caller.policies().boundary()).name()).isEqualTo(managed.arn());
    }

    @Test
    void user_unchanged_isTheSameCallerWithEachRequest() {
        AccessKey key = newKey(user);

        assertThat(key.caller()).isSameAs(key.caller());
    }

    @Test
    void user_groupChanged_hasOtherRights() {
        AccessKey key = newKey(user);
        key.caller();
        change(it -> it.save(group.withGrants(Grants.NONE)));

        assertThat(Objects.requireNonNull(key.caller()).policies().identity())
                .extracting(NamedPolicy::name)
                .doesNotContain("of-group");
    }

    @Test
    void user_renamed_keepsItsKey() {
        AccessKey key = newKey(user);
        change(it -> it.save(user.withName("/", "simone")));

        assertThat(Objects.requireNonNull(key.caller()).arn()).isEqualTo("arn:aws:iam::111122223333:user/simone");
    }

    @Test
    void user_gone_isNobody() {
        AccessKey key = newKey(user);
        change(it -> it.delete(user));

        assertThat(key.caller()).isNull();
    }

    /** Whatever its state: one may have been made while the account was being closed. */
    @Test
    void rootKey_accountClosed_isNobody() {
        NewAccessKey made = identities.secrets().create(ACCOUNT, null);
        change(it -> it.insert(made.stored()));
        AccessKey key =
                Objects.requireNonNull(identities.keys().find(made.stored().accessKeyId()));
        assertThat(key.caller()).isNotNull();

        change(it -> it.save(Objects.requireNonNull(it.details()).closed(Instant.EPOCH)));
        assertThat(key.caller()).isNull();

        change(it -> it.save(Objects.requireNonNull(it.details()).closed(null)));
        assertThat(key.caller()).isNotNull();
    }

    /** A row that is given to another user, or to the root user, is of no use. */
    @Test
    void key_ofAnotherIdentity_cannotBeRead() {
        NewAccessKey key = identities.secrets().create(ACCOUNT, user.id());

        assertThat(identities.secrets().decrypt(key.stored())).isEqualTo(key.secret());
        assertThatThrownBy(() -> identities
                        .secrets()
                        .decrypt(new StoredAccessKey(
                                key.stored().accessKeyId(),
                                ACCOUNT,
                                null,
                                key.stored().encryptedSecret(),
                                true,
                                Instant.EPOCH)))
                .isInstanceOf(SecretUnreadableException.class);
    }

    @Test
    void brokenPolicy_makesItsUserUnusable() {
        change(it -> it.save(user.withGrants(Grants.NONE.withInline("broken", "{"))));
        AccessKey key = newKey(user);

        assertThatThrownBy(key::caller).isInstanceOf(MalformedPolicyException.class);
    }

    @Test
    void session_ofARole_hasTheRolesPoliciesAndItsOwnAndTagsOfBoth() {
        Caller caller = Objects.requireNonNull(
                session(grant(ALLOW, List.of(managed.arn()))).caller());

        assertThat(caller.arn()).isEqualTo("arn:aws:sts::111122223333:assumed-role/tour/europe");
        assertThat(caller.principal().userId()).isEqualTo(role.id() + ":europe");
        assertThat(caller.principal().tags())
                .containsExactlyInAnyOrderEntriesOf(Map.of("team", "green", "kept", "yes"));
        assertThat(caller.policies().identity()).extracting(NamedPolicy::name).containsExactly("of-role");
        assertThat(caller.policies().session())
                .extracting(NamedPolicy::name)
                .containsExactly(managed.arn(), "SessionPolicy");
    }

    @Test
    void session_policyThatIsGone_deniesEverything() {
        AccessKey session = session(grant(null, List.of("arn:aws:iam::111122223333:policy/gone")));

        assertThat(Objects.requireNonNull(session.caller()).policies().session())
                .hasSize(1);
    }

    @Test
    void session_roleGone_isNobody() {
        AccessKey session = session(grant(null, List.of()));
        assertThat(session.caller()).isNotNull();
        change(it -> it.delete(role));

        assertThat(session.caller()).isNull();
    }

    @Test
    void session_afterItsTime_isExpired() {
        AccessKey session = session(grant(null, List.of()));

        assertThat(session.isExpired(Instant.now())).isFalse();
        assertThat(session.isExpired(Instant.now().plus(Duration.ofHours(2)))).isTrue();
    }

    @Test
    void transitiveTagKeys_countAsPacked() {
        SessionGrant plain = grant(null, List.of());
        Set<String> keys = new TreeSet<>();
        for (int i = 0; i < 50; i++) {
            keys.add(identities.secrets().newSecret());
        }
        SessionGrant transitive =
                new SessionGrant(ACCOUNT, role.id(), "europe", null, List.of(), plain.tags(), keys, null, plain.life());

        assertThat(identities.issuer().issue(transitive).packedPercent())
                .isGreaterThan(identities.issuer().issue(plain).packedPercent() + 20);
    }

    @Test
    void session_ofARole_isToldAsTheRolesUse_onceAMinute() {
        TemporaryCredentials credentials = identities.issuer().issue(grant(null, List.of()));
        SessionKeys sessions = new SessionKeys(identities.tokens(), identities.rights(), identities.reader());
        SessionKeys.Session session = Objects.requireNonNull(
                sessions.find(credentials.sessionToken(), credentials.claims().accessKeyId()));
        CredentialScope scope = new CredentialScope("20261123", "eu-west-1", "dynamodb");
        Instant first = Instant.parse("2026-11-23T12:00:00Z");

        identities.uses().used(session, scope, first);
        identities.uses().used(session, scope, first.plusSeconds(1));
        identities.uses().write();

        assertThat(identities.store().<@Nullable RoleUse>read(ACCOUNT, it -> it.lastRoleUse(role.id())))
                .isEqualTo(new RoleUse(role.id(), first, "eu-west-1"));
    }

    private SessionGrant grant(@Nullable String policy, List<String> policyArns) {
        return new SessionGrant(
                ACCOUNT,
                role.id(),
                "europe",
                policy,
                policyArns,
                Map.of("team", "green"),
                Set.of(),
                null,
                Duration.ofHours(1));
    }

    private AccessKey session(SessionGrant grant) {
        TemporaryCredentials credentials = identities.issuer().issue(grant);
        SessionKeys sessions = new SessionKeys(identities.tokens(), identities.rights(), identities.reader());
        assertThat(sessions.find(credentials.sessionToken(), "ASIAOTHER")).isNull();
        return Objects.requireNonNull(sessions.find(
                        credentials.sessionToken(), credentials.claims().accessKeyId()))
                .key();
    }

    private AccessKey newKey(Identity owner) {
        NewAccessKey key = identities.secrets().create(ACCOUNT, owner.id());
        change(it -> it.insert(key.stored()));
        return Objects.requireNonNull(identities.keys().find(key.stored().accessKeyId()));
    }

    private void change(Consumer<AccountIdentities> change) {
        identities.store().<@Nullable Object>change(ACCOUNT, it -> {
            change.accept(it);
            return null;
        });
    }
}
