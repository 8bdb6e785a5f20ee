package org.extenddb.core.iam.match;

import org.jspecify.annotations.Nullable;

/** The addresses that share their first bits: CIDR, or one address. IPv4 and IPv6. */
public final class IpRange {
    private final byte[] network;
    private final int bits;

    private IpRange(byte[] network, int bits) {
        this.network = network;
        this.bits = bits;
    }

    /**
     * Reads a range such as {@code 203.0.113.0/24}.
     *
     * @throws MalformedPatternException when it is none
     */
    public static IpRange of(String text) {
        int slash = text.indexOf('/');
        String address = slash < 0 ? text : text.substring(0, slash);
        byte[] network = IpAddress.parse(address);
        if (network == null) {
            throw new MalformedPatternException(text);
        }
        int all = network.length * Byte.SIZE;
        // An IPv4 address written as IPv6 has its bits counted from the beginning of the long form.
        int skipped = address.indexOf(':') >= 0 && network.length == 4 ? 96 : 0;
        int bits = slash < 0 ? all : bits(text.substring(slash + 1)) - skipped;
        if (bits < 0 || bits > all) {
            throw new MalformedPatternException(text);
        }
        return new IpRange(network, bits);
    }

    private static int bits(String digits) {
        return digits.isEmpty() || digits.length() > 3 || !digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? -1
                : Integer.parseInt(digits);
    }

    /**
     * Whether the address is in the range, whatever interface of the server's a zone behind it names ({@code fe80::1%eth0}, RFC 4007); null
     * when the text is no address.
     */
    public @Nullable Boolean contains(String address) {
        int zone = address.indexOf('%');
        byte[] bytes = IpAddress.parse(zone < 0 ? address : address.substring(0, zone));
        return bytes == null ? null : bytes.length == network.length && sharesBits(bytes);
    }

    private boolean sharesBits(byte[] address) {
        int whole = bits / Byte.SIZE;
        for (int i = 0; i < whole; i++) {
            if (address[i] != network[i]) {
                return false;
            }
        }
        int rest = bits % Byte.SIZE;
        return rest == 0 || (address[whole] & 0xFF) >> Byte.SIZE - rest == (network[whole] & 0xFF) >> Byte.SIZE - rest;
    }
}
