package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.AccountIdentities;
import org.extenddb.core.storage.AccountIdentities.IdentityCounts;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.StoredAccessKey;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Users, groups, roles, policies and keys of accounts. */
public abstract class IdentityStoreContract extends AccountContract {
    private static final String DOCUMENT = "{\"Version\":\"2012-10-17\",\"Statement\":[]}";

    @Test
    void insert_userWithEverything_isFoundAsGiven() {
        ManagedPolicy policy = ManagedPolicy.of(account, "/", "p", null, DOCUMENT);
        Identity group = Identity.of(IdentityKind.GROUP, account, "/", "g", null);
        Identity user = Identity.of(IdentityKind.USER, account, "/some/path/", "Nina", null);
        Identity full = user.withTags(Map.of("team", "jazz", "floor", ""))
                .withGrants(user.grants()
                        .withInline("inline", DOCUMENT)
                        .attaching(policy.arn())
                        .boundedBy(policy.arn()))
                .withGroups(new TreeSet<>(List.of(group.id())));
        change(it -> {
            it.insert(policy);
            it.insert(group);
            it.insert(full);
            return null;
        });

        assertThat(found(IdentityKind.USER, "Nina")).isEqualTo(full);
        assertThat(found(IdentityKind.USER, "nina")).isEqualTo(full);
        assertThat(found(IdentityKind.GROUP, "Nina")).isNull();
        assertThat(this.<Identity>read(it -> it.findById(full.id()))).isEqualTo(full);
        assertThat(this.<List<Identity>>read(it -> it.members(group.id(), Listing.all())))
                .containsExactly(full);
        assertThat(this.<List<Identity>>read(it -> it.having(policy.arn()))).containsExactly(full);
        assertThat(this.<List<ManagedPolicy>>read(it -> it.policies(List.of(policy.arn(), "arn:none"))))
                .containsExactly(policy);
    }

    @Test
    void change_insideOfAChange_isPartOfIt() {
        Identity user = Identity.of(IdentityKind.USER, account, "/", "nina", null);

        assertThatThrownBy(() -> change(outer -> {
                    change(inner -> {
                        inner.insert(user);
                        return null;
                    });
                    assertThat(this.<@Nullable Identity>read(it -> it.find(IdentityKind.USER, "nina")))
                            .isEqualTo(user);
                    throw new IllegalStateException("no");
                }))
                .hasMessage("no");

        assertThat(found(IdentityKind.USER, "nina")).isNull();
    }

    @Test
    void save_everythingChanged_isFoundAsSaved() {
        Identity role =
                Identity.of(IdentityKind.ROLE, account, "/", "r", new RoleSettings(DOCUMENT, 3600, "what it is for"));
        change(it -> {
            it.insert(role.withTags(Map.of("a", "1", "b", "2"))
                    .withGrants(role.grants().withInline("x", DOCUMENT).boundedBy("arn:aws:iam::aws:policy/Some")));
            return null;
        });
        Identity changed = role.withName("/elsewhere/", "R2")
                .withTags(Map.of("b", "3", "c", ""))
                .withGrants(role.grants().withInline("y", DOCUMENT).attaching("arn:aws:iam::aws:policy/Other"))
                .withRole(new RoleSettings("{}", 7200, null));
        change(it -> {
            it.save(changed);
            return null;
        });

        assertThat(found(IdentityKind.ROLE, "r2")).isEqualTo(changed);
        assertThat(found(IdentityKind.ROLE, "r")).isNull();
    }

    @Test
    void delete_user_isGoneAndHasNoMemberships() {
        Identity group = Identity.of(IdentityKind.GROUP, account, "/", "g", null);
        Identity user =
                Identity.of(IdentityKind.USER, account, "/", "u", null).withGroups(new TreeSet<>(List.of(group.id())));
        change(it -> {
            it.insert(group);
            it.insert(user);
            return null;
        });
        change(it -> {
            it.delete(user);
            return null;
        });

        assertThat(found(IdentityKind.USER, "u")).isNull();
        assertThat(this.<List<Identity>>read(it -> it.members(group.id(), Listing.all())))
                .isEmpty();
        assertThat(this.<IdentityCounts>read(AccountIdentities::counts)).isEqualTo(new IdentityCounts(0, 1, 0, 0, 0));
    }

    @Test
    void list_pagesAndPaths_areInOrderOfNames() {
        change(it -> {
            for (String name : List.of("b", "a", "d", "c")) {
                it.insert(Identity.of(IdentityKind.USER, account, name.equals("d") ? "/x_y/" : "/x%y/", name, null));
                it.insert(ManagedPolicy.of(account, name.equals("d") ? "/x/" : "/", name, "about", DOCUMENT));
            }
            return null;
        });

        assertThat(names(new Listing("/", "", 2))).containsExactly("a", "b");
        assertThat(names(new Listing("/", "b", 2))).containsExactly("c", "d");
        assertThat(names(new Listing("/x%", "", 9))).containsExactly("a", "b", "c");
        assertThat(this.<List<ManagedPolicy>>read(it -> it.listPolicies(new Listing("/x/", "", 9))))
                .extracting(ManagedPolicy::name)
                .containsExactly("d");
    }

    @Test
    void policy_versions_areKept() {
        ManagedPolicy policy = ManagedPolicy.of(account, "/", "versions", "about", DOCUMENT);
        change(it -> {
            it.insert(policy);
            return null;
        });
        ManagedPolicy changed = policy.withVersion("{\"two\":2}", true)
                .withVersion("{\"three\":3}", false)
                .withoutVersion(1)
                .withTags(Map.of("k", "v"));
        change(it -> {
            it.save(changed);
            return null;
        });

        ManagedPolicy found = Objects.requireNonNull(read(it -> it.findPolicy("Versions")));
        assertThat(found).isEqualTo(changed);
        assertThat(found.document()).isEqualTo("{\"two\":2}");
        change(it -> {
            it.delete(found);
            return null;
        });
        assertThat(this.<ManagedPolicy>read(it -> it.findPolicy("versions"))).isNull();
    }

    @Test
    void anotherAccount_seesNothing() {
        AccountId other = newAccount();
        backend().identities().addAccount(other, "other");
        Identity user = Identity.of(IdentityKind.USER, account, "/", "same", null);
        ManagedPolicy policy = ManagedPolicy.of(account, "/", "same", null, DOCUMENT);
        StoredAccessKey key = key(user.id(), "2026-01-01T00:00:00Z");
        change(it -> {
            it.insert(user);
            it.insert(policy);
            it.insert(key);
            return null;
        });

        List<Object> seen = backend().identities().read(other, it -> {
            List<Object> all = new ArrayList<>(it.list(IdentityKind.USER, Listing.all()));
            all.addAll(it.listPolicies(Listing.all()));
            all.addAll(it.policies(List.of(policy.arn())));
            all.addAll(it.accessKeys(user.id()));
            all.addAll(it.having(policy.arn()));
            add(all, it.find(IdentityKind.USER, "same"));
            add(all, it.findById(user.id()));
            add(all, it.findPolicy("same"));
            add(all, it.accessKey(key.accessKeyId()));
            return all;
        });
        assertThat(seen).isEmpty();
    }

    @Test
    void change_thrown_leavesNothing() {
        assertThatThrownBy(() -> change(it -> {
                    it.insert(Identity.of(IdentityKind.USER, account, "/", "lost", null));
                    throw REFUSED;
                }))
                .isSameAs(REFUSED);

        assertThat(found(IdentityKind.USER, "lost")).isNull();
    }

    @Test
    void change_unknownAccount_isRefused() {
        assertThatThrownBy(() -> backend().identities().change(newAccount(), it -> null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void change_concurrently_oneAfterTheOther() {
        int threads = 8;
        concurrently(
                threads,
                thread -> () -> change(it -> {
                    int users = it.list(IdentityKind.USER, Listing.all()).size();
                    if (users < threads / 2) {
                        it.insert(Identity.of(IdentityKind.USER, account, "/", "user" + thread, null));
                    }
                    return users;
                }));

        assertThat(names(Listing.all())).hasSize(threads / 2);
    }

    private List<String> names(Listing listing) {
        return read(it -> it.list(IdentityKind.USER, listing)).stream()
                .map(Identity::name)
                .toList();
    }

    private @Nullable Identity found(IdentityKind kind, String name) {
        return read(it -> it.find(kind, name));
    }

    private static void add(List<Object> all, @Nullable Object one) {
        if (one != null) {
            all.add(one);
        }
    }
}
