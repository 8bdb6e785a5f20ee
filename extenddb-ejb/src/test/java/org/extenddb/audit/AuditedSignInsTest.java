package org.extenddb.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.BearerToken;
import org.extenddb.auth.signin.KeySignInRequest;
import org.extenddb.auth.signin.KeySignInResult;
import org.extenddb.auth.signin.SignInRequest;
import org.extenddb.auth.signin.SignInResult;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.audit.AuditEntry;
import org.extenddb.core.audit.AuditOutcome;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.memory.MemoryAuditStore;
import org.junit.jupiter.api.Test;

class AuditedSignInsTest {
    private static final SignInRequest ADMIN = new SignInRequest(null, "admin", "a secret of theirs", "192.0.2.1");

    private final MemoryAuditStore store = new MemoryAuditStore();
    private final AuditLog log = new AuditLog(store, new TestIdentities().keyring(), new ServerName());
    private final AuditedSignIns signIns = new AuditedSignIns(new AuditTrail(log, new ServerName()));

    @Test
    void ended_accepted_isThereAtOnceWithWhoItIs() {
        SignInResult accepted = new SignInResult.Accepted(
                new SignedIn.Administrator("admin"), new BearerToken("a-token", Instant.now()));

        signIns.ended(ADMIN, false, accepted);

        AuditEntry entry = store.records.get(0).entry();
        assertThat(entry.actor()).isEqualTo("administrator/admin");
        assertThat(entry.action()).isEqualTo("signin:SignIn");
        assertThat(entry.outcome()).isEqualTo(AuditOutcome.ALLOWED);
        assertThat(entry.sourceAddress()).isEqualTo("192.0.2.1");
        assertThat(entry.toString()).doesNotContain("a secret of theirs", "a-token");
    }

    @Test
    void ended_refusedOrLocked_isDeniedAndNobodyIsNamedAsActor() {
        signIns.ended(ADMIN, false, new SignInResult.Refused());
        signIns.ended(ADMIN, true, new SignInResult.Locked(Instant.now()));
        log.flush();

        assertThat(store.records).hasSize(2).allSatisfy(it -> {
            assertThat(it.entry().outcome()).isEqualTo(AuditOutcome.DENIED);
            assertThat(it.entry().actor()).isEmpty();
            assertThat(it.entry().resource()).isEqualTo("administrator/admin");
        });
        assertThat(store.records.get(1).entry().action()).isEqualTo("signin:ChangePassword");
        assertThat(store.records.get(1).entry().error()).isEqualTo("Locked");
    }

    @Test
    void ended_userWhoMustChangeThePassword_isNoDenial() {
        SignInRequest user = new SignInRequest(new AccountId("111122223333"), "nina", "p", "192.0.2.1");

        signIns.ended(user, false, new SignInResult.MustChangePassword());
        log.flush();

        assertThat(store.records.get(0).entry().outcome()).isEqualTo(AuditOutcome.FAILED);
        assertThat(store.records.get(0).entry().resource()).isEqualTo("account/111122223333/user/nina");
    }

    @Test
    void ended_byAccessKey_namesKeyAndOwner_andNeverTheSecret() {
        KeySignInRequest request = new KeySignInRequest("AKIAEXAMPLE", "a secret of theirs", "192.0.2.1");

        signIns.ended(request, new KeySignInResult.Accepted(Caller.root(new AccountId("111122223333"), "AKIAEXAMPLE")));
        signIns.ended(request, new KeySignInResult.Refused());
        log.flush();

        assertThat(store.records)
                .extracting(it -> it.entry().outcome())
                .containsExactly(AuditOutcome.ALLOWED, AuditOutcome.DENIED);
        assertThat(store.records.get(0).entry().actor()).isEqualTo("arn:aws:iam::111122223333:root");
        assertThat(store.records.get(0).entry().accessKeyId()).isEqualTo("AKIAEXAMPLE");
        assertThat(store.records.get(1).entry().actor()).isEmpty();
        assertThat(store.records).allSatisfy(it -> {
            assertThat(it.entry().action()).isEqualTo("signin:SignInByKey");
            assertThat(it.entry().resource()).isEqualTo("access-key/AKIAEXAMPLE");
            assertThat(it.entry().toString()).doesNotContain("a secret of theirs");
        });
    }
}
