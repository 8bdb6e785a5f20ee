package org.extenddb.iam.action;

import java.util.List;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.identity.ManagedPolicy;
import org.extenddb.core.identity.RoleSettings;
import org.extenddb.core.queryprotocol.ResultOutput;
import org.extenddb.core.storage.AccountIdentities;

/** Users, groups, roles and policies as IAM writes them. */
final class IdentityResult {
    private IdentityResult() {}

    /**
     * The members of a User, Group or Role.
     *
     * @param detailed whether tags and boundary are shown, which lists leave out
     */
    static void write(Identity identity, boolean detailed, ResultOutput out) {
        IdentityKind kind = identity.kind();
        out.text("Path", identity.path());
        out.text(kind.title() + "Name", identity.name());
        out.text(kind.title() + "Id", identity.id());
        out.text("Arn", identity.arn());
        out.time("CreateDate", identity.createdAt());
        RoleSettings role = identity.role();
        if (role != null) {
            out.document("AssumeRolePolicyDocument", role.trustPolicy());
            out.text("Description", role.description());
            out.number("MaxSessionDuration", role.maxSessionSeconds());
        }
        if (detailed) {
            boundary(identity, out);
            if (!identity.tags().isEmpty()) {
                out.tags("Tags", identity.tags());
            }
        }
    }

    /** The members of a Policy. */
    static void write(ManagedPolicy policy, AccountIdentities account, boolean detailed, ResultOutput out) {
        String arn = policy.arn();
        List<Identity> having = account.having(arn);
        long attached = having.stream()
                .filter(it -> it.grants().attachedPolicies().contains(arn))
                .count();
        long bounding = having.stream()
                .filter(it -> arn.equals(it.grants().boundaryArn()))
                .count();
        out.text("PolicyName", policy.name());
        out.text("PolicyId", policy.id());
        out.text("Arn", arn);
        out.text("Path", policy.path());
        out.text("DefaultVersionId", "v" + policy.defaultVersion());
        out.number("AttachmentCount", attached);
        out.number("PermissionsBoundaryUsageCount", bounding);
        out.bool("IsAttachable", true);
        out.time("CreateDate", policy.createdAt());
        out.time("UpdateDate", policy.updatedAt());
        if (detailed) {
            out.text("Description", policy.description());
            out.tags("Tags", policy.tags());
        }
    }

    /** The members of a PolicyVersion. */
    static void version(ManagedPolicy policy, int number, boolean withDocument, ResultOutput out) {
        ManagedPolicy.Version version = policy.versions().get(number);
        if (version == null) {
            throw new IllegalArgumentException("no version " + number);
        }
        if (withDocument) {
            out.document("Document", version.document());
        }
        out.text("VersionId", "v" + number);
        out.bool("IsDefaultVersion", number == policy.defaultVersion());
        out.time("CreateDate", version.createdAt());
    }

    private static void boundary(Identity identity, ResultOutput out) {
        if (identity.grants().boundaryArn() != null) {
            out.begin("PermissionsBoundary")
                    .text("PermissionsBoundaryType", "Policy")
                    .text("PermissionsBoundaryArn", identity.grants().boundaryArn())
                    .end();
        }
    }
}
