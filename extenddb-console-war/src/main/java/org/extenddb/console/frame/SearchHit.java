package org.extenddb.console.frame;

import java.io.Serializable;

/**
 * Something that can be opened.
 *
 * @param kind a key of the bundle
 * @param address its page with parameters
 */
public record SearchHit(String kind, String label, String address) implements Serializable {
    public String getKind() {
        return kind;
    }

    public String getLabel() {
        return label;
    }

    public String getAddress() {
        return address;
    }
}
