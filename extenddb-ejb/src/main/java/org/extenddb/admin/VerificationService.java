package org.extenddb.admin;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.extenddb.audit.AuditVerification;
import org.extenddb.auth.AccessKeySecrets;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.identity.Account;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.StoredAccessKey;
import org.extenddb.telemetry.DatabaseProbe;

/** Checks that what is stored is whole. For administrators; it takes as long as reading everything does. */
@SingleInstance
public final class VerificationService {
    private static final int MAX_NAMED = 10;

    private final DatabaseProbe database;
    private final IdentityStore identities;
    private final AccessKeySecrets secrets;
    private final AuditService audit;
    private final IndexVerification indexes;

    @Inject
    public VerificationService(
            DatabaseProbe database,
            IdentityStore identities,
            AccessKeySecrets secrets,
            AuditService audit,
            IndexVerification indexes) {
        this.database = database;
        this.identities = identities;
        this.secrets = secrets;
        this.audit = audit;
        this.indexes = indexes;
    }

    /**
     * What one check found.
     *
     * @param message what is wrong, or how much was looked at
     */
    public record Check(String name, boolean ok, String message) {}

    /** Does all checks; one that fails does not keep the others from being done. */
    public List<Check> verify(AdminCall call) {
        call.requireAdministrator();
        return List.of(
                check("schema", this::schema),
                check("access-keys", this::keys),
                check("audit-log", this::auditLog),
                check("indexes", this::indexes));
    }

    private interface Checked extends Supplier<Check> {}

    private static Check check(String name, Checked check) {
        try {
            Check result = check.get();
            return new Check(name, result.ok(), result.message());
        } catch (RuntimeException e) {
            return new Check(name, false, "could not be checked: " + e.getMessage());
        }
    }

    private Check schema() {
        String problem = database.problem();
        return new Check("", problem.isEmpty(), problem.isEmpty() ? "current" : problem);
    }

    private Check keys() {
        int readable = 0;
        List<String> unreadable = new ArrayList<>();
        for (Account account : identities.accounts()) {
            List<StoredAccessKey> keys = identities.read(account.id(), it -> it.accessKeys());
            for (StoredAccessKey key : keys) {
                if (secrets.isReadable(key)) {
                    readable++;
                } else {
                    unreadable.add(key.accessKeyId());
                }
            }
        }
        return unreadable.isEmpty()
                ? new Check("", true, readable + " keys decrypt")
                : new Check("", false, unreadable.size() + " keys do not decrypt: " + some(unreadable));
    }

    private Check auditLog() {
        AuditVerification result = audit.verify();
        if (result instanceof AuditVerification.Broken broken) {
            return new Check("", false, "record " + broken.sequence() + ": " + broken.reason());
        }
        return result instanceof AuditVerification.Intact intact
                ? new Check("", true, "records " + intact.first() + " to " + intact.last() + " are whole")
                : new Check("", false, result.toString());
    }

    private Check indexes() {
        List<String> differences = indexes.differences();
        return new Check(
                "", differences.isEmpty(), differences.isEmpty() ? "agree with their items" : some(differences));
    }

    private static String some(List<String> all) {
        String shown = String.join("; ", all.subList(0, Math.min(MAX_NAMED, all.size())));
        return all.size() > MAX_NAMED ? shown + " ..." : shown;
    }
}
