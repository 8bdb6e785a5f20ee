package org.extenddb.config;

import java.util.List;

/** Configuration of which something can change while the server runs. A bean; found by itself. */
public interface Adjustable {
    /** What can change. */
    List<Setting<?>> settings();
}
