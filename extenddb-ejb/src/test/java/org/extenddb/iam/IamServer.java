package org.extenddb.iam;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.auth.Authenticated;
import org.extenddb.auth.Authorizer;
import org.extenddb.auth.PrincipalIds;
import org.extenddb.auth.ServiceAuthenticator;
import org.extenddb.auth.TestIdentities;
import org.extenddb.auth.signin.TestSignIn;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.memory.MemoryUnitOfWork;
import org.extenddb.core.wire.WireRequest;
import org.extenddb.core.wire.WireResponse;
import org.extenddb.iam.action.CredentialActions;
import org.extenddb.iam.action.IdentityActions;
import org.extenddb.iam.action.PasswordActions;
import org.extenddb.iam.action.PolicyActions;
import org.extenddb.iam.sts.StsActions;
import org.extenddb.telemetry.RequestObserver;

/** IAM and STS on an empty account in memory. */
final class IamServer {
    static final AccountId ACCOUNT = new AccountId("111122223333");
    static final String BOOTSTRAP_ID = "AKIABOOTSTRAPEXAMPLE";
    private static final Pattern ID =
            Pattern.compile("(?<![A-Z])(AIDA|AGPA|AROA|ANPA|AKIA|ASIA)[A-Z2-7]{16,17}(?![A-Z2-7])");
    private static final Pattern RESULT = Pattern.compile("<(\\w+)Result>(.*)</\\1Result>", Pattern.DOTALL);

    private final TestIdentities identities = new TestIdentities();
    private final TestSignIn signIn = new TestSignIn(identities);
    private final ActionRegistry registry = new ActionRegistry(List.of(
            new IdentityActions(identities.store(), identities.awsPolicies(), new PrincipalIds(identities.store())),
            new PolicyActions(identities.store(), identities.awsPolicies(), identities.reader()),
            new CredentialActions(
                    identities.store(), identities.secrets(), TestIdentities.bootstrap(identities, BOOTSTRAP_ID)),
            new PasswordActions(identities.store(), signIn.hasher(), signIn.signIn()),
            new StsActions(identities.store(), identities.issuer())));
    private final QueryPipeline pipeline;

    /** Everybody is the root user, who may do everything. */
    static IamServer ofRoot() {
        Authenticated root = new Authenticated(Caller.root(ACCOUNT, "AKIAROOT"), new Region("us-east-1"));
        return new IamServer((request, service) -> root, (sender, context, requests) -> {});
    }

    /** The same, watched. */
    static IamServer observed(RequestObserver observer) {
        Authenticated root = new Authenticated(Caller.root(ACCOUNT, "AKIAROOT"), new Region("us-east-1"));
        return new IamServer((request, service) -> root, (sender, context, requests) -> {}, List.of(observer));
    }

    IamServer(ServiceAuthenticator authenticator, Authorizer authorizer) {
        this(authenticator, authorizer, List.of());
    }

    private IamServer(ServiceAuthenticator authenticator, Authorizer authorizer, List<RequestObserver> observers) {
        identities.store().addAccount(ACCOUNT, "tests");
        pipeline = new QueryPipeline(
                registry, authenticator, new ActionCalls(registry, authorizer, new MemoryUnitOfWork(), observers));
    }

    /** One whose callers sign. */
    static IamServer signed(Authorizer authorizer) {
        return new IamServer(authorizer);
    }

    private IamServer(Authorizer authorizer) {
        identities.store().addAccount(ACCOUNT, "tests");
        pipeline = new QueryPipeline(
                registry, identities.authenticator(Clock.systemUTC()), TestActions.calls(registry, authorizer));
    }

    ActionRegistry registry() {
        return registry;
    }

    TestIdentities identities() {
        return identities;
    }

    WireResponse post(String form, Map<String, List<String>> headers) {
        return pipeline.handle(
                new WireRequest("POST", "/", "", headers, form.getBytes(StandardCharsets.UTF_8), "127.0.0.1", true));
    }

    /** The service is the one that has the action. */
    String answer(String action, String form) {
        QueryService service = registry.names(QueryService.STS).contains(action) ? QueryService.STS : QueryService.IAM;
        WireResponse response = post("Action=" + action + "&Version=" + service.version() + "&" + form, Map.of());
        String body = new String(response.body(), StandardCharsets.UTF_8);
        if (response.status() != 200) {
            return "! " + response.status() + " " + inside(body, "Code") + " " + inside(body, "Message");
        }
        Matcher result = RESULT.matcher(body);
        if (!result.find()) {
            return "< -";
        }
        return result.group(2).isEmpty() ? "< (nothing)" : "< " + masked(result.group(2));
    }

    private static String masked(String xml) {
        return ID.matcher(xml)
                .replaceAll("$1...")
                .replaceAll("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ", "TIME")
                .replaceAll("<(SecretAccessKey|SessionToken)>[^<]+<", "<$1>...<");
    }

    private static String inside(String xml, String element) {
        int start = xml.indexOf("<" + element + ">") + element.length() + 2;
        return xml.substring(start, xml.indexOf("</" + element + ">"));
    }
}
