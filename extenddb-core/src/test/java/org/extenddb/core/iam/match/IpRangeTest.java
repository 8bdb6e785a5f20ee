package org.extenddb.core.iam.match;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Random;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IpRangeTest {
    private static final int RUNS = 10_000;

    @Test
    void contains_anything_agreesWithArithmetic() {
        Seeds.forEach(RUNS, random -> {
            int size = random.nextBoolean() ? 4 : 16;
            byte[] network = address(random, size);
            int bits = random.nextInt(size * 8 + 1);
            byte[] other = random.nextBoolean() ? address(random, size) : near(network, random);

            assertThat(IpRange.of(text(network) + "/" + bits).contains(text(other)))
                    .as("%s/%s %s", text(network), bits, text(other))
                    .isEqualTo(prefix(network, bits).equals(prefix(other, bits)));
        });
    }

    /** As a server names the address of a client on its own link. */
    @Test
    void contains_addressWithAZone_isTheAddress() {
        assertThat(IpRange.of("fe80::/10").contains("fe80::1%eth0")).isTrue();
        assertThat(IpRange.of("fe80::/10").contains("2001:db8::1%2")).isFalse();
        assertThat(IpRange.of("fe80::/10").contains("%eth0")).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "01.2.3.4",
                "1.2.3.-4",
                "1.2.3.4 ",
                "::1::",
                "1:2:3:4:5:6:7",
                "1:2:3:4:5:6:7:8:9",
                ":1",
                "12345::",
                "g::",
                "::1.2.3",
                "[::1]",
                "localhost",
                "１.2.3.4"
            })
    void contains_noAddress_isNotKnown(String text) {
        assertThat(IpRange.of("0.0.0.0/0").contains(text)).isNull();
    }

    private static byte[] address(Random random, int size) {
        byte[] address = new byte[size];
        random.nextBytes(address);
        if (size == 16) {
            address[0] = 0x20; // not an IPv4 address in disguise
        }
        return address;
    }

    private static byte[] near(byte[] address, Random random) {
        byte[] changed = address.clone();
        changed[changed.length - 1 - random.nextInt(Math.min(3, changed.length))] ^= (byte) (1 << random.nextInt(8));
        return changed;
    }

    private static BigInteger prefix(byte[] address, int bits) {
        return new BigInteger(1, address).shiftRight(address.length * 8 - bits);
    }

    private static String text(byte[] address) {
        try {
            return InetAddress.getByAddress(address).getHostAddress();
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
