package org.extenddb.iam;

import java.util.List;

/** Actions that belong together. A bean; the registry finds it by itself. */
public interface ActionFamily {
    QueryService service();

    List<QueryAction> actions();
}
