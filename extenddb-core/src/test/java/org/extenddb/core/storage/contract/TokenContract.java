package org.extenddb.core.storage.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.UUID;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.Region;
import org.extenddb.core.storage.AddressedMutation;
import org.extenddb.core.storage.AtomicResult;
import org.extenddb.core.storage.Change;
import org.extenddb.core.storage.ItemAddress;
import org.extenddb.core.storage.ItemMutation;
import org.extenddb.core.storage.ItemMutation.Reads;
import org.extenddb.core.storage.RequestToken;
import org.extenddb.core.storage.StoredItem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A request that is sent again under its token takes effect once. */
public abstract class TokenContract extends StorageContract {
    private static final AccountId ACCOUNT = new AccountId("000000000000");
    private static final Region REGION = new Region("eu-west-1");

    @Test
    void mutateAll_tokenUsedBySameRequest_isNotWrittenAgain() {
        ItemAddress counter = counter();
        RequestToken token = token("one");

        assertThat(add(counter, token)).isInstanceOf(AtomicResult.Applied.class);
        assertThat(add(counter, token)).isEqualTo(new AtomicResult.Repeated());
        assertThat(add(counter, null)).isInstanceOf(AtomicResult.Applied.class);
        assertThat(text(counter)).isEqualTo("2");
    }

    @Test
    void mutateAll_tokenUsedByOtherRequest_isAMismatch() {
        ItemAddress counter = counter();
        RequestToken token = token("one");

        add(counter, token);

        assertThat(add(counter, other(token))).isEqualTo(new AtomicResult.TokenMismatch());
        assertThat(text(counter)).isEqualTo("1");
    }

    @Test
    void mutateAll_tokenUsed_isLookedAtBeforeTheItems() {
        ItemAddress address = address(newTable(), "p", "");
        RequestToken token = token("one");
        List<AddressedMutation> insert = List.of(at(address, Mutations.putIfAbsent(Samples.item("here"), REFUSED)));

        assertThat(items().mutateAll(insert, token)).isInstanceOf(AtomicResult.Applied.class);
        assertThat(items().mutateAll(insert, token)).isEqualTo(new AtomicResult.Repeated());
        assertThat(items().mutateAll(insert, other(token))).isEqualTo(new AtomicResult.TokenMismatch());
        assertThat(items().mutateAll(insert, token("one"))).isInstanceOf(AtomicResult.Refused.class);
    }

    @Test
    void mutateAll_refused_leavesTheTokenFree() {
        ItemAddress counter = counter();
        RequestToken token = token("one");

        assertThat(items().mutateAll(List.of(at(counter, Mutations.refuse(Reads.CURRENT, REFUSED))), token))
                .isInstanceOf(AtomicResult.Refused.class);
        assertThat(add(counter, other(token))).isInstanceOf(AtomicResult.Applied.class);
        assertThat(text(counter)).isEqualTo("1");
    }

    @Test
    void mutateAll_brokenOff_leavesTheTokenFree() {
        ItemAddress counter = counter();
        RequestToken token = token("one");
        ItemMutation broken = new ItemMutation() {
            @Override
            public Reads reads() {
                return Reads.CURRENT;
            }

            @Override
            public Change apply(@Nullable StoredItem current) {
                throw new IllegalStateException("broken");
            }
        };

        assertThatThrownBy(() -> items().mutateAll(List.of(at(counter, broken)), token))
                .isInstanceOf(IllegalStateException.class);
        assertThat(add(counter, token)).isInstanceOf(AtomicResult.Applied.class);
    }

    @Test
    void mutateAll_sameTokenOfAnotherAccountOrRegion_isAnotherToken() {
        ItemAddress counter = counter();
        RequestToken token = token("one");

        add(counter, token);
        add(counter, new RequestToken(new AccountId("111111111111"), REGION, token.token(), token.fingerprint()));
        add(counter, new RequestToken(ACCOUNT, new Region("local"), token.token(), token.fingerprint()));

        assertThat(text(counter)).isEqualTo("3");
    }

    @Test
    void mutateAll_tokenOfAnyCharacters_isTaken() {
        ItemAddress counter = counter();
        RequestToken token = token("\u0000 ' \" \u00e9 \ud83d\ude80");

        assertThat(add(counter, token)).isInstanceOf(AtomicResult.Applied.class);
        assertThat(add(counter, token)).isEqualTo(new AtomicResult.Repeated());
    }

    /** One request sent again and again from everywhere, as impatient clients do. */
    @Test
    void mutateAll_sameTokenAtOnce_takesEffectOnce() {
        ItemAddress counter = counter();
        for (int round = 0; round < 20; round++) {
            RequestToken token = token("round");
            List<AtomicResult> results = concurrently(6, thread -> () -> add(counter, token));

            assertThat(results)
                    .filteredOn(AtomicResult.Applied.class::isInstance)
                    .hasSize(1);
            assertThat(results)
                    .filteredOn(result -> !(result instanceof AtomicResult.Applied))
                    .allMatch(result ->
                            result instanceof AtomicResult.Repeated || result instanceof AtomicResult.InProgress);
        }
        assertThat(text(counter)).isEqualTo("20");
    }

    private ItemAddress counter() {
        ItemAddress address = address(newTable(), "counter", "");
        put(address, Samples.item("0"));
        return address;
    }

    private AtomicResult add(ItemAddress counter, @Nullable RequestToken token) {
        return items().mutateAll(List.of(at(counter, Mutations.add(1))), token);
    }

    private static RequestToken token(String name) {
        return new RequestToken(ACCOUNT, REGION, name + UUID.randomUUID(), ByteString.utf8("request"));
    }

    private static RequestToken other(RequestToken token) {
        return new RequestToken(token.account(), token.region(), token.token(), ByteString.utf8("another request"));
    }
}
