package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.extenddb.auth.AccessKeySecrets.NewAccessKey;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.identity.Identity;
import org.extenddb.core.identity.IdentityKind;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.storage.IdentityStore;
import org.extenddb.core.storage.TableCatalog;
import org.extenddb.core.storage.memory.MemoryAccessKeyStore;
import org.extenddb.core.storage.memory.MemoryBackend;
import org.extenddb.core.wire.WireRequest;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** To know who signed and what they may takes no call of a store, which is a round trip to the database, once it is known. */
class RoundTripsTest {
    private static final AccountId ACCOUNT = new AccountId("111122223333");
    private static final int USERS = 50;

    private final AtomicInteger calls = new AtomicInteger();
    private final MemoryAccessKeyStore keys = new MemoryAccessKeyStore();
    private final TestIdentities identities =
            new TestIdentities(keys, Identities.KEY, store -> counted(IdentityStore.class, store, calls));
    private final AtomicInteger looks = new AtomicInteger();
    private final TableCatalog catalog =
            counted(TableCatalog.class, MemoryBackend.create().tables(), looks);

    @Test
    void authorize_knownUsers_asksNoStore() {
        SigV4Authenticator authenticator = identities.authenticator(Clock.systemUTC());
        PolicyAuthorizer authorizer = new PolicyAuthorizer(catalog, new ResourcePolicies());
        List<WireRequest> requests = new ArrayList<>();
        for (int i = 0; i < USERS; i++) {
            requests.add(signed(user("u" + i)));
        }
        identities.caches().confirm(System.nanoTime());
        requests.forEach(request -> pass(authenticator, authorizer, request));
        int before = calls.get();
        looks.set(0);

        requests.forEach(request -> pass(authenticator, authorizer, request));

        assertThat(calls.get() - before).isZero();
        // The catalogue keeps definitions in memory itself, and is asked for the table's policy anyway.
        assertThat(looks.get()).isLessThanOrEqualTo(2 * 2 * USERS);
    }

    private static void pass(SigV4Authenticator authenticator, PolicyAuthorizer authorizer, WireRequest request) {
        Authenticated sender = authenticator.authenticate(request);
        RequestContext context = RequestContext.of(request, sender.region(), Instant.now());
        String table = "arn:aws:dynamodb:eu-west-1:" + ACCOUNT + ":table/bench";
        authorizer.authorize(sender, context, List.of(new AccessRequest("dynamodb:GetItem", table)));
        assertThatThrownBy(() ->
                        authorizer.authorize(sender, context, List.of(new AccessRequest("dynamodb:PutItem", table))))
                .isInstanceOf(DynamoDbException.class);
    }

    private static WireRequest signed(NewAccessKey key) {
        return ClientSigner.of(key.stored().accessKeyId(), key.secret()).sign(Instant.now());
    }

    private NewAccessKey user(String name) {
        identities.store().addAccount(ACCOUNT, "tests");
        Identity user = Identity.of(IdentityKind.USER, ACCOUNT, "/", name, null);
        NewAccessKey key = identities.secrets().create(ACCOUNT, user.id());
        identities.store().<@Nullable Object>change(ACCOUNT, account -> {
            account.insert(user.withGrants(user.grants()
                    .withInline(
                            "read",
                            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"dynamodb:GetItem\","
                                    + "\"Resource\":\"*\"}]}")));
            account.insert(key.stored());
            return null;
        });
        return key;
    }

    private static <T> T counted(Class<T> type, T store, AtomicInteger calls) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(), new Class<?>[] {type}, (proxy, method, arguments) -> {
                    calls.incrementAndGet();
                    try {
                        return method.invoke(store, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                }));
    }
}
