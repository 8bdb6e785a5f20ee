package org.extenddb.console.request;

import java.io.Serializable;

/**
 * An attribute of a key.
 *
 * @param type S, N or B
 */
public record KeyPart(String name, String type) implements Serializable {
    public String getName() {
        return name;
    }

    public String getType() {
        return type;
    }
}
