package org.extenddb.cli.liberty;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Liberty's {@code messages.log}. */
record LibertyMessages(Path file) {
    /**
     * After these the server will not become ready: an application that does not start (CWWKZ0002E, CWWKZ0004E), a port that
     * is taken (CWWKO0221E), features that cannot be had (CWWKF0001E), a configuration that cannot be read (CWWKG0014E).
     */
    private static final Pattern FATAL =
            Pattern.compile("\\b(?:CWWKZ0002E|CWWKZ0004E|CWWKO0221E|CWWKF0001E|CWWKG0014E): .*");

    private static final Pattern ANY_ERROR = Pattern.compile("\\b(?:[A-Z]{4,5}\\d{4,5}E): .*");

    /** Puts the last run's messages aside, so that what is found belongs to this run. */
    void beginNewRun() throws IOException {
        if (Files.exists(file)) {
            Files.move(file, file.resolveSibling("messages.previous.log"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    Optional<String> fatal() throws IOException {
        return first(FATAL);
    }

    Optional<String> firstError() throws IOException {
        return first(ANY_ERROR);
    }

    private Optional<String> first(Pattern pattern) throws IOException {
        return lines().stream()
                .map(pattern::matcher)
                .filter(Matcher::find)
                .map(Matcher::group)
                .findFirst();
    }

    private List<String> lines() throws IOException {
        try {
            return Files.exists(file) ? Files.readAllLines(file) : List.of();
        } catch (MalformedInputException e) {
            // The end of the file is half written.
            return List.of();
        }
    }
}
