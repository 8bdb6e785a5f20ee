package org.extenddb.engine;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;

/** Request ids as AWS's look: 52 of 0-9 and A-V. They name a request in logs; nothing rests on their being secret. */
final class RequestIds {
    private static final int LENGTH = 52;
    private static final int CHARACTERS_A_DRAW = 12;
    private static final byte[] ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUV".getBytes(StandardCharsets.ISO_8859_1);

    private RequestIds() {}

    static String next() {
        ThreadLocalRandom random = ThreadLocalRandom.current();
        byte[] id = new byte[LENGTH];
        long bits = 0;
        for (int i = 0; i < LENGTH; i++) {
            bits = i % CHARACTERS_A_DRAW == 0 ? random.nextLong() : bits >>> 5;
            id[i] = ALPHABET[(int) bits & 31];
        }
        return new String(id, StandardCharsets.ISO_8859_1);
    }
}
