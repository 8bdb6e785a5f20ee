package org.extenddb.console.identity;

import org.extenddb.console.value.InvalidJsonException;
import org.extenddb.console.value.JsonText;

/** Policy documents for reading. */
final class PolicyText {
    private PolicyText() {}

    /** With line breaks; as it is where it is no JSON. */
    static String pretty(String document) {
        try {
            return document.isEmpty() ? "" : JsonText.pretty(JsonText.parse(document));
        } catch (InvalidJsonException e) {
            return document;
        }
    }
}
