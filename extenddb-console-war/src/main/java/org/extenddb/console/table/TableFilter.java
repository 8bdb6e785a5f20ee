package org.extenddb.console.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What somebody types to find tables: words that the name has to have, and terms {@code tag:key}, {@code tag:key=value} and
 * {@code tag:key=begin*}, with the part after the colon in quotation marks where it has blanks. All of them have to fit, whatever
 * the case.
 *
 * @param words in small letters
 * @param tags in small letters, without {@code tag:}
 */
record TableFilter(List<String> words, List<String> tags) {
    private static final Pattern TERM = Pattern.compile("(?i)tag:(?:\"([^\"]*)\"?|(\\S*))|(\\S+)");

    TableFilter {
        words = List.copyOf(words);
        tags = List.copyOf(tags);
    }

    static TableFilter parse(String text) {
        List<String> words = new ArrayList<>();
        List<String> tags = new ArrayList<>();
        Matcher term = TERM.matcher(text.toLowerCase(Locale.ROOT));
        while (term.find()) {
            if (term.group(3) != null) {
                words.add(term.group(3));
            } else {
                tags.add(term.group(1) != null ? term.group(1) : term.group(2));
            }
        }
        // Whoever has typed the colon and nothing else has not said what to look for yet.
        tags.removeIf(String::isEmpty);
        return new TableFilter(words, tags);
    }

    /** @param tagged the tags of tables by their names; asked for only where the filter has to do with tags */
    List<String> of(List<String> names, Supplier<Map<String, Map<String, String>>> tagged) {
        Map<String, Map<String, String>> known = tags.isEmpty() ? Map.of() : tagged.get();
        return names.stream()
                .filter(name -> fits(name.toLowerCase(Locale.ROOT)) && fits(known.getOrDefault(name, Map.of())))
                .toList();
    }

    private boolean fits(String name) {
        return words.stream().allMatch(name::contains);
    }

    private boolean fits(Map<String, String> present) {
        return tags.stream()
                .allMatch(wanted -> present.entrySet().stream()
                        .anyMatch(tag -> fits(wanted, tag.getKey().toLowerCase(Locale.ROOT), tag.getValue())));
    }

    private static boolean fits(String wanted, String key, String value) {
        String whole = key + '=' + value.toLowerCase(Locale.ROOT);
        return wanted.equals(key)
                || wanted.equals(whole)
                || wanted.endsWith("*") && whole.startsWith(wanted.substring(0, wanted.length() - 1));
    }
}
