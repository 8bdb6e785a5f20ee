package org.extenddb.core.wire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.ErrorCode;
import org.extenddb.core.testing.RandomValues;
import org.extenddb.core.testing.Seeds;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

class JsonInputFuzzTest {
    private static final int RUNS = 20_000;

    private static final String[] PIECES = {
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        "\"",
        "\\",
        "\\u",
        "\\ud800",
        "null",
        "true",
        "-",
        "1e999",
        "0x",
        "{\"S\":",
        "{\"L\":[",
        "\u0000",
        "\"N\":\"1e",
        "{\"M\":{\"",
        "Item",
        "é",
        "\"\":",
        "9999999999999999999999",
        "/*",
        "NaN"
    };

    @Test
    void object_mutatedBodies_areReadOrRefused() {
        Assertions.assertTimeoutPreemptively(
                Duration.ofMinutes(30),
                () -> Seeds.forEach(RUNS, random -> readOrRefuse(mutated(body(random), random))));
    }

    private static void readOrRefuse(byte[] body) {
        try {
            assertThat(SampleBody.read(body)).isNotNull();
        } catch (DynamoDbException e) {
            assertThat(e.code()).isEqualTo(ErrorCode.SERIALIZATION);
        }
    }

    private static byte[] body(Random random) {
        RandomValues values = new RandomValues(random);
        return new JsonOutput()
                .beginObject()
                .member("Str")
                .string(values.string())
                .member("Int")
                .number(random.nextLong())
                .member("Struct")
                .beginObject()
                .member("Bool")
                .bool(random.nextBoolean())
                .endObject()
                .member("Item")
                .item(values.item())
                .member("Value")
                .value(values.value(5))
                .member("Bin")
                .binary(values.binary())
                .endObject()
                .toByteArray();
    }

    private static byte[] mutated(byte[] body, Random random) {
        byte[] mutated = body;
        for (int i = random.nextInt(4); i > 0; i--) {
            mutated = mutatedOnce(mutated, random);
        }
        return mutated;
    }

    private static byte[] mutatedOnce(byte[] body, Random random) {
        if (body.length < 2) {
            return body;
        }
        int from = random.nextInt(body.length);
        int to = from + random.nextInt(Math.min(20, body.length - from) + 1);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(body, from);
            }
            case 1 -> {
                byte[] copy = body.clone();
                copy[from] = (byte) random.nextInt(256);
                return copy;
            }
            case 2 -> {
                return spliced(body, from, to, new byte[0]);
            }
            case 3 -> {
                return spliced(body, from, from, Arrays.copyOfRange(body, from, to));
            }
            default -> {
                return spliced(body, from, to, PIECES[random.nextInt(PIECES.length)].getBytes(UTF_8));
            }
        }
    }

    private static byte[] spliced(byte[] body, int from, int to, byte[] piece) {
        byte[] result = new byte[body.length - (to - from) + piece.length];
        System.arraycopy(body, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(body, to, result, from + piece.length, body.length - to);
        return result;
    }
}
