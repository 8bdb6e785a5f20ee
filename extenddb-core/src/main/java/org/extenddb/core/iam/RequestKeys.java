package org.extenddb.core.iam;

import java.time.temporal.ChronoUnit;
import java.util.List;
import org.extenddb.core.iam.match.ContextKeys;
import org.jspecify.annotations.Nullable;

/**
 * The condition keys of one {@link AccessRequest}: global ones by who asks and how, the others by what is asked for.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_policies_condition-keys.html">Global condition context keys</a>
 */
record RequestKeys(Caller caller, AccessRequest access, RequestContext request) implements ContextKeys {
    private static final String PRINCIPAL_TAG = "aws:principaltag/";

    @Override
    public @Nullable List<String> values(String key) {
        if (!key.startsWith("aws:")) {
            return access.details().values(key);
        }
        if (key.startsWith(PRINCIPAL_TAG)) {
            return one(caller.principal().tags().get(key.substring(PRINCIPAL_TAG.length())));
        }
        String value = ofPrincipal(key);
        if (value == null) {
            value = ofRequest(key);
        }
        return value == null ? access.details().values(key) : List.of(value);
    }

    @Override
    public boolean isUnbounded(String key) {
        return access.details().isUnbounded(key);
    }

    private @Nullable String ofPrincipal(String key) {
        Principal principal = caller.principal();
        SessionToken token = principal.token();
        return switch (key) {
            case "aws:principalarn" -> principal.principalArn();
            case "aws:principalaccount" -> principal.account().value();
            case "aws:principaltype" -> principal.type();
            case "aws:userid" -> principal.userId();
            case "aws:username" -> principal.userName();
            case "aws:tokenissuetime" ->
                token == null
                        ? null
                        : token.issuedAt().truncatedTo(ChronoUnit.SECONDS).toString();
            case "aws:multifactorauthpresent" -> token == null ? null : String.valueOf(token.multiFactor());
            case "aws:sourceidentity" -> token == null ? null : token.sourceIdentity();
            case "aws:principalisawsservice", "aws:viaawsservice" -> "false";
            default -> null;
        };
    }

    private @Nullable String ofRequest(String key) {
        return switch (key) {
            case "aws:currenttime" -> request.time().toString();
            case "aws:epochtime" -> String.valueOf(request.time().getEpochSecond());
            case "aws:sourceip" -> request.sourceIp().isEmpty() ? null : request.sourceIp();
            case "aws:securetransport" ->
                request.secureTransport() == null
                        ? null
                        : request.secureTransport().toString();
            case "aws:useragent" -> request.userAgent();
            case "aws:referer" -> request.referer();
            case "aws:requestedregion" -> request.region().value();
            case "aws:resourceaccount" -> ResourceArn.account(access.resource());
            default -> null;
        };
    }

    private static @Nullable List<String> one(@Nullable String value) {
        return value == null ? null : List.of(value);
    }
}
