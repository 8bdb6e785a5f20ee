package org.extenddb.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.admin.AuditedChanges.Attempt;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.storage.AccountIdentities.Listing;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.iam.ActionParameters;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IdentityAdministrationTest {
    private static final String MAY_LIST = """
            {"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"iam:ListUsers","Resource":"*"}]}""";

    private final AdminServer server = new AdminServer();
    private final AdminCall administrator = AdminServer.administrator();
    private final ActionParameters nina = ActionParameters.of("UserName", "nina");

    @BeforeEach
    void makeUser() {
        server.call(administrator, "CreateUser", nina);
    }

    @Test
    void call_administrator_mayDoAllInEveryAccount() {
        assertThat(server.administration.call(administrator, AdminServer.OTHER, "ListUsers", new ActionParameters()))
                .containsEntry("Users", List.of());
    }

    @Test
    void call_noSuchAccount_isNotFound() {
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> server.administration.call(
                        administrator, new AccountId("999999999999"), "ListUsers", new ActionParameters()))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.NOT_FOUND));
    }

    @Test
    void call_user_mayDoWhatPoliciesSay() {
        server.call(
                administrator,
                "PutUserPolicy",
                ActionParameters.of("UserName", "nina").with("PolicyName", "p").with("PolicyDocument", MAY_LIST));
        AdminCall user = server.user("nina");

        assertThat(server.call(user, "ListUsers", new ActionParameters())).containsKey("Users");
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> server.call(user, "CreateUser", ActionParameters.of("UserName", "other")))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.ACCESS_DENIED));
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(
                        () -> server.administration.call(user, AdminServer.OTHER, "ListUsers", new ActionParameters()))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.FORBIDDEN));
    }

    @Test
    void changing_staleState_isRefusedAndChangesNothing() {
        Map<String, Object> before = server.call(administrator, "GetUser", nina);
        String tag = StateTag.of(before);
        server.call(
                administrator,
                "TagUser",
                ActionParameters.of("UserName", "nina").tags(Map.of("team", "jazz")));

        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> delete(Precondition.of(tag)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.CHANGED));
        assertThat(server.call(administrator, "GetUser", nina)).isNotEqualTo(before);

        delete(Precondition.of(StateTag.of(server.call(administrator, "GetUser", nina))));
        assertThat(server.identities
                        .store()
                        .<Object>read(AdminServer.ACCOUNT, it -> it.list(IdentityKind.USER, Listing.all())))
                .isEqualTo(List.of());
    }

    @Test
    void precondition_absent_isAskedForWhereItMatters() {
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(Precondition.of(null)::require)
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.STATE_NEEDED));
    }

    @Test
    void changing_closedAccount_isRefused() {
        server.accounts.close(AdminServer.ACCOUNT, Precondition.ANY);

        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> delete(Precondition.ANY))
                .satisfies(e -> assertThat(e.error()).isEqualTo(AdminError.CONFLICT));
    }

    @Test
    void accessKeys_closedAccount_areNotMade() {
        server.accounts.close(AdminServer.ACCOUNT, Precondition.ANY);

        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> server.keys.importKey(
                        administrator, AdminServer.ACCOUNT, null, "AKIAIMPORTEDEXAMPLE1", "s".repeat(40)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.ACCESS_DENIED));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> server.administration.call(
                        administrator, AdminServer.ACCOUNT, "CreateAccessKey", ActionParameters.of("UserName", null)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.ACCESS_DENIED));
    }

    @Test
    void importKey_isKeptWithItsSecretAndRefusedASecondTime() {
        server.keys.importKey(administrator, AdminServer.ACCOUNT, "nina", "AKIAIMPORTEDEXAMPLE1", "s".repeat(40));

        assertThat(keysOfNina()).singleElement().satisfies(key -> {
            assertThat(key.accessKeyId()).isEqualTo("AKIAIMPORTEDEXAMPLE1");
            assertThat(server.identities.secrets().isReadable(key)).isTrue();
        });
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> server.keys.importKey(
                        administrator, AdminServer.OTHER, null, "AKIAIMPORTEDEXAMPLE1", "t".repeat(40)))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.ENTITY_ALREADY_EXISTS));
        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() ->
                        server.keys.importKey(administrator, AdminServer.ACCOUNT, "nina", "AKIA", "secret of mine"))
                .satisfies(e -> assertThat(e.getMessage()).doesNotContain("secret of mine"));
    }

    @Test
    void rotate_makesAnotherAndTheOldOneInactive() {
        Map<String, Object> first = server.call(administrator, "CreateAccessKey", nina);
        String old = id(first);
        String made = id(server.keys.rotate(administrator, AdminServer.ACCOUNT, "nina", old));

        assertThat(keysOfNina())
                .extracting(StoredAccessKey::accessKeyId, StoredAccessKey::active)
                .containsExactlyInAnyOrder(tuple(old, false), tuple(made, true));
    }

    @Test
    void rotate_noRoomForAnother_changesNothing() {
        String old = id(server.call(administrator, "CreateAccessKey", nina));
        server.call(administrator, "CreateAccessKey", nina);

        assertThatExceptionOfType(QueryException.class)
                .isThrownBy(() -> server.keys.rotate(administrator, AdminServer.ACCOUNT, "nina", old))
                .satisfies(e -> assertThat(e.error()).isEqualTo(QueryError.LIMIT_EXCEEDED));
        assertThat(keysOfNina()).allMatch(StoredAccessKey::active);
    }

    @Test
    void auditedChange_isWrittenDownWithHowItEnded() {
        server.audited.together(administrator, new Attempt("admin:CloseAccount", "account/1", ""), () -> "done");
        assertThatExceptionOfType(AdminException.class)
                .isThrownBy(() -> server.audited.run(
                        server.user("nina"), new Attempt("admin:CloseAccount", "account/2", ""), () -> {
                            server.user("nina").requireAdministrator();
                            return "done";
                        }));
        assertThat(server.writtenDown())
                .containsExactly(
                        "administrator/root admin:CloseAccount account/1 ALLOWED",
                        "arn:aws:iam::111122223333:user/nina admin:CloseAccount account/2 DENIED");
    }

    @Test
    void refusedEntry_isWrittenDownBoundedAndWithoutAName() {
        server.audited.refusedEntry(
                administrator.request(), "admin:GET", "accounts\u0000" + "x".repeat(9_000), AdminError.UNAUTHENTICATED);

        assertThat(server.writtenDown())
                .containsExactly(" admin:GET accounts?" + "x".repeat(AuditEntry.MAX_TEXT - 9) + " DENIED");
        assertThat(server.audit.records.get(0).entry().sourceAddress())
                .isEqualTo(administrator.request().sourceIp());
    }

    private static String id(Map<String, Object> made) {
        return String.valueOf(((Map<?, ?>) Objects.requireNonNull(made.get("AccessKey"))).get("AccessKeyId"));
    }

    private List<StoredAccessKey> keysOfNina() {
        return server.identities.store().read(AdminServer.ACCOUNT, it -> {
            String id =
                    Objects.requireNonNull(it.find(IdentityKind.USER, "nina")).id();
            return it.accessKeys(id);
        });
    }

    private void delete(Precondition precondition) {
        server.administration.changing(
                administrator,
                AdminServer.ACCOUNT,
                precondition,
                () -> server.call(administrator, "GetUser", nina),
                () -> server.call(administrator, "DeleteUser", nina));
    }
}
