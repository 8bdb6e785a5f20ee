package org.extenddb.console.session;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A page of the console in a parameter: nobody is sent elsewhere by a link that somebody else made. */
public final class LocalAddress {
    private static final Pattern PAGE = Pattern.compile("[a-z-]{1,40}\\.xhtml(\\?[^\\s<>\"'\\\\]{0,4000})?");

    private LocalAddress() {}

    /** The page that {@code address} names, or {@code otherwise} where it names none. */
    public static String of(@Nullable String address, String otherwise) {
        return address != null && PAGE.matcher(address).matches() && !address.startsWith("signin.")
                ? address
                : otherwise;
    }
}
