package org.extenddb.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * The operations of DynamoDB's public API, with those this server leaves out.
 *
 * @param all every target, such as {@code DynamoDB_20120810.PutItem}
 * @param unsupported the part of {@code all} that clients are told does not exist
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Operations.html">Actions</a>
 */
record PublicApi(Set<String> all, Set<String> unsupported) {
    private static final String RESOURCE = "public-api.txt";
    private static final String UNSUPPORTED = "unsupported";

    PublicApi {
        all = Set.copyOf(all);
        unsupported = Set.copyOf(unsupported);
    }

    /** Reads the list that stands beside this class: one target a line, then {@code unsupported} where it is. */
    static PublicApi load() {
        try (InputStream in = PublicApi.class.getResourceAsStream(RESOURCE);
                BufferedReader reader = new BufferedReader(
                        new InputStreamReader(Objects.requireNonNull(in, RESOURCE), StandardCharsets.UTF_8))) {
            return parse(reader.lines().toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static PublicApi parse(List<String> lines) {
        Set<String> all = new TreeSet<>();
        Set<String> unsupported = new TreeSet<>();
        for (String line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            String[] words = line.strip().split("\\s+", 2);
            all.add(words[0]);
            if (words.length == 2 && words[1].equals(UNSUPPORTED)) {
                unsupported.add(words[0]);
            }
        }
        return new PublicApi(all, unsupported);
    }

    /** What is wrong with a server that has {@code implemented}: names nobody cares for, and names nobody knows. */
    List<String> mismatches(Set<String> implemented) {
        List<String> faults = new ArrayList<>();
        for (String target : new TreeSet<>(all)) {
            if (!implemented.contains(target) && !unsupported.contains(target)) {
                faults.add(target + " is neither implemented nor listed as unsupported");
            }
            if (implemented.contains(target) && unsupported.contains(target)) {
                faults.add(target + " is implemented and yet listed as unsupported");
            }
        }
        for (String target : new TreeSet<>(implemented)) {
            if (!all.contains(target)) {
                faults.add(target + " is no operation of DynamoDB's public API");
            }
        }
        return faults;
    }
}
