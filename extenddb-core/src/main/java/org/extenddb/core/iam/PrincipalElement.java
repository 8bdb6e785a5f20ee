package org.extenddb.core.iam;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.extenddb.core.error.MessagesPolicy;

/**
 * Principal or NotPrincipal. Services and federations are taken and never match: nobody signs as one here.
 *
 * @param everyone {@code *}
 * @param accounts by their ids
 * @param names ARNs and unique ids of users, roles and sessions
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_elements_principal.html">Principal</a>
 */
record PrincipalElement(boolean negated, boolean everyone, Set<String> accounts, Set<String> names) {
    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROOT = Pattern.compile("arn:aws[a-z-]*:iam::([0-9]{12}):root");
    private static final Pattern NAME = Pattern.compile(
            "arn:aws[a-z-]*:(iam::[0-9]{12}:(user|role)|sts::[0-9]{12}:(assumed-role|federated-user))/[!-)+->@-~]{1,700}");
    private static final Pattern UNIQUE_ID = Pattern.compile("A(IDA|ROA)[A-Z0-9]{12,124}");
    private static final Set<String> OTHER_KINDS = Set.of("Service", "Federated", "CanonicalUser");

    PrincipalElement {
        accounts = Set.copyOf(accounts);
        names = Set.copyOf(names);
    }

    static PrincipalElement read(Object element, boolean negated) {
        if (element.equals("*")) {
            return new PrincipalElement(negated, true, Set.of(), Set.of());
        }
        if (!(element instanceof Map<?, ?> kinds) || kinds.isEmpty()) {
            throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
        }
        Set<String> accounts = new HashSet<>();
        Set<String> names = new HashSet<>();
        boolean everyone = false;
        for (Map.Entry<?, ?> kind : kinds.entrySet()) {
            List<String> values = StatementReader.texts(kind.getValue());
            if (values.isEmpty()) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
            if (kind.getKey().equals("AWS")) {
                everyone |= values.contains("*");
                values.forEach(value -> add(value, accounts, names));
            } else if (!OTHER_KINDS.contains(kind.getKey())) {
                throw new MalformedPolicyException(MessagesPolicy.SYNTAX);
            }
        }
        return new PrincipalElement(negated, everyone, accounts, names);
    }

    private static void add(String value, Set<String> accounts, Set<String> names) {
        var root = ROOT.matcher(value);
        if (ACCOUNT.matcher(value).matches()) {
            accounts.add(value);
        } else if (root.matches()) {
            accounts.add(root.group(1));
        } else if (NAME.matcher(value).matches() || UNIQUE_ID.matcher(value).matches()) {
            names.add(value);
        } else if (!value.equals("*")) {
            throw new MalformedPolicyException(MessagesPolicy.invalidPrincipal("AWS", value));
        }
    }

    /** How the statement means a principal. */
    Grant grantTo(Principal principal) {
        if (negated) {
            return isExempt(principal) ? Grant.NONE : Grant.DIRECT;
        }
        Grant grant = Grant.NONE;
        if (everyone) {
            grant = Grant.LIMITED;
        } else if (accounts.contains(principal.account().value())) {
            grant = Grant.ACCOUNT;
        }
        Grant byName = grantByName(principal);
        return byName.compareTo(grant) > 0 ? byName : grant;
    }

    private Grant grantByName(Principal principal) {
        if (names.contains(principal.arn())) {
            return Grant.DIRECT;
        }
        if (principal instanceof Principal.User user) {
            return names.contains(user.userId()) ? Grant.DIRECT : Grant.NONE;
        }
        if (principal instanceof Principal.AssumedRole role) {
            return names.contains(role.roleArn()) || names.contains(role.roleId()) ? Grant.LIMITED : Grant.NONE;
        }
        return principal instanceof Principal.FederatedUser federated
                        && (names.contains(federated.user().arn())
                                || names.contains(federated.user().userId()))
                ? Grant.LIMITED
                : Grant.NONE;
    }

    /** NotPrincipal spares only those whose account, role and session are all listed. */
    private boolean isExempt(Principal principal) {
        if (everyone) {
            return true;
        }
        boolean account = accounts.contains(principal.account().value());
        if (principal instanceof Principal.Root) {
            return account;
        }
        boolean role = !(principal instanceof Principal.AssumedRole session)
                || names.contains(session.roleArn())
                || names.contains(session.roleId());
        boolean self = names.contains(principal.arn())
                || principal instanceof Principal.User user && names.contains(user.userId());
        return account && role && self;
    }
}
