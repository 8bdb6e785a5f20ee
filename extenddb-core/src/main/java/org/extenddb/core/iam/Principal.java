package org.extenddb.core.iam;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.extenddb.core.model.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who can sign a request.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_identifiers.html">IAM identifiers</a>
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_variables.html">What the condition keys of each kind hold</a>
 */
public sealed interface Principal {
    AccountId account();

    /** What denials, logs and GetCallerIdentity call it. */
    String arn();

    /** What policies know as {@code aws:PrincipalArn}: for the session of a role, the role. */
    String principalArn();

    /** What policies know as {@code aws:userid}. */
    String userId();

    /** What policies know as {@code aws:PrincipalType}. */
    String type();

    /** What policies know as {@code aws:username}; null for all but users. */
    default @Nullable String userName() {
        return null;
    }

    /** By key, whose case does not matter to policies. */
    default Map<String, String> tags() {
        return Map.of();
    }

    /** The temporary credentials that it signs with; null for permanent ones. */
    @Nullable
    SessionToken token();

    /** The owner of an account. */
    record Root(AccountId account, @Nullable SessionToken token) implements Principal {
        @Override
        public String arn() {
            return "arn:aws:iam::" + account + ":root";
        }

        @Override
        public String principalArn() {
            return arn();
        }

        @Override
        public String userId() {
            return account.value();
        }

        @Override
        public String type() {
            return "Account";
        }
    }

    /**
     * A user of IAM, with its access key or with what GetSessionToken gave it.
     *
     * @param arn {@code arn:aws:iam::<account>:user<path><name>}
     * @param userId the unique id, {@code AIDA...}
     */
    record User(
            AccountId account,
            String arn,
            String userName,
            String userId,
            Map<String, String> tags,
            @Nullable SessionToken token)
            implements Principal {
        public User {
            tags = caseless(tags);
        }

        @Override
        public String principalArn() {
            return arn;
        }

        @Override
        public String type() {
            return "User";
        }
    }

    /**
     * The session of a role.
     *
     * @param roleArn {@code arn:aws:iam::<account>:role<path><name>}
     * @param roleId the unique id, {@code AROA...}
     * @param tags of the role, overridden by those of the session
     */
    record AssumedRole(
            AccountId account,
            String roleArn,
            String roleName,
            String roleId,
            String sessionName,
            Map<String, String> tags,
            SessionToken token)
            implements Principal {
        public AssumedRole {
            tags = caseless(tags);
        }

        @Override
        public String arn() {
            return "arn:aws:sts::" + account + ":assumed-role/" + roleName + "/" + sessionName;
        }

        @Override
        public String principalArn() {
            return roleArn;
        }

        @Override
        public String userId() {
            return roleId + ":" + sessionName;
        }

        @Override
        public String type() {
            return "AssumedRole";
        }
    }

    /** What GetFederationToken made: it may do what the user may, as far as the session policies let it. */
    record FederatedUser(User user, String name, SessionToken token) implements Principal {
        @Override
        public AccountId account() {
            return user.account();
        }

        @Override
        public String arn() {
            return "arn:aws:sts::" + user.account() + ":federated-user/" + name;
        }

        @Override
        public String principalArn() {
            return arn();
        }

        @Override
        public String userId() {
            return user.account() + ":" + name;
        }

        @Override
        public String type() {
            return "FederatedUser";
        }
    }

    private static Map<String, String> caseless(Map<String, String> tags) {
        if (tags.isEmpty()) {
            return Map.of();
        }
        Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        sorted.putAll(tags);
        return Collections.unmodifiableMap(sorted);
    }
}
