package org.extenddb.core.queryprotocol;

import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;

/**
 * What IAM says when it refuses.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/APIReference/welcome.html">IAM API reference</a>
 */
public final class MessagesIam {
    public static final String DELETE_KEYS_FIRST = "Cannot delete entity, must delete access keys first.";
    public static final String DETACH_POLICIES_FIRST = "Cannot delete entity, must detach all policies first.";
    public static final String DELETE_POLICIES_FIRST = "Cannot delete entity, must delete policies first.";
    public static final String REMOVE_USERS_FIRST = "Cannot delete entity, must remove users from group first.";
    public static final String REMOVE_FROM_GROUPS_FIRST =
            "Cannot delete entity, must remove user from all groups first.";
    public static final String POLICY_IS_ATTACHED = "Cannot delete a policy attached to entities.";
    public static final String DEFAULT_VERSION = "Cannot delete the default version of a policy.";
    public static final String DELETE_VERSIONS_FIRST =
            "This policy has more than one version. Before you delete a policy, you must delete the policy's versions."
                    + " The default version is deleted with the policy.";
    public static final String TOO_MANY_VERSIONS =
            "A managed policy can have up to 5 versions. Before you create a new version, you must delete an existing"
                    + " version.";
    public static final String DUPLICATE_TAG_KEYS =
            "Duplicate tag keys found. Please note that Tag keys are case insensitive.";
    public static final String USER_NAME_NEEDED = "Must specify userName when calling with non-User credentials";
    public static final String INVALID_MARKER = "Invalid Marker.";
    public static final String AWS_POLICY = "Cannot perform the operation on an AWS managed policy.";

    public static final String BOOTSTRAP_KEY =
            "Cannot delete entity, must remove the access key from the server's configuration first, or deactivate it.";

    public static final String DELETE_LOGIN_PROFILE_FIRST = "Cannot delete entity, must delete login profile first.";
    public static final String PASSWORD_POLICY = "Password does not conform to the account password policy.";
    public static final String NO_REUSE_PREVENTION =
            "PasswordReusePrevention is not available: passwords of before are not kept.";
    public static final String OLD_PASSWORD_WRONG = "The old password was incorrect.";
    public static final String ONLY_USERS_CHANGE_PASSWORDS = "Only IAM Users can change their own password";
    public static final String TOO_MANY_PASSWORDS = "Too many passwords are being changed, please try again.";

    private MessagesIam() {}

    public static String noSuch(IdentityKind kind, String name) {
        return "The " + kind.word() + " with name " + name + " cannot be found.";
    }

    public static String exists(IdentityKind kind, String name) {
        return kind.title() + " with name " + name + " already exists.";
    }

    public static String noSuchInlinePolicy(IdentityKind kind, String name) {
        return "The " + kind.word() + " policy with name " + name + " cannot be found.";
    }

    public static String noSuchPolicy(String arn) {
        return "Policy " + arn + " was not found.";
    }

    public static String notAttachable(String arn) {
        return "Policy " + arn + " does not exist or is not attachable.";
    }

    public static String noSuchVersion(String arn, String version) {
        return "Policy " + arn + " version " + version + " does not exist or is not attachable.";
    }

    public static String policyExists(String name) {
        return "A policy called " + name + " already exists. Duplicate names are not allowed.";
    }

    public static String noSuchKey(String accessKeyId) {
        return "The Access Key with id " + accessKeyId + " cannot be found";
    }

    public static String keyExists(String accessKeyId) {
        return "There is an access key of the id " + accessKeyId + " already.";
    }

    /** @param member the id or the secret of a key that is to be imported */
    public static String invalidKeyPart(String member) {
        return "The specified value for " + member
                + " is invalid. An access key id has 16 to 128 letters and digits and does not begin with ASIA; a"
                + " secret has 16 to 128 visible characters.";
    }

    public static String noPasswordPolicy(String account) {
        return "The Password Policy with domain name " + account + " cannot be found.";
    }

    public static String noLoginProfile(String user) {
        return "Login Profile for User " + user + " cannot be found.";
    }

    public static String loginProfileExists(String user) {
        return "Login Profile for user " + user + " already exists.";
    }

    public static String quota(String name, int limit) {
        return "Cannot exceed quota for " + name + ": " + limit;
    }

    public static String inlineTooLarge(int bytes, IdentityKind kind, String name) {
        return "Maximum policy size of " + bytes + " bytes exceeded for " + kind.word() + " " + name;
    }

    public static String invalidName(String member) {
        return "The specified value for " + member
                + " is invalid. It must contain only alphanumeric characters and/or the following: +=,.@_-";
    }

    public static String invalidPath(String member) {
        return "The specified value for " + member
                + " is invalid. It must begin and end with / and contain only alphanumeric characters and/or /"
                + " characters.";
    }

    public static String invalidPathPrefix(String member) {
        return "The specified value for " + member
                + " is invalid. It must begin with / and contain only alphanumeric characters and/or / characters.";
    }

    public static String invalidArn(String arn) {
        return "ARN " + arn + " is not valid.";
    }

    public static String invalidContextValue(String key) {
        return "The value of context key " + key + " is not valid.";
    }

    /** AWS closes accounts elsewhere and has no text of its own for this. */
    public static String accountClosed(AccountId account) {
        return "The account " + account + " is closed.";
    }
}
