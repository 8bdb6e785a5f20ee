package org.extenddb.admin;

import java.util.List;
import org.extenddb.core.model.TableAddress;

/** The tables of all accounts and regions. A bean of storage. */
public interface AllTables {
    /** Those that are ACTIVE or UPDATING. */
    List<TableAddress> addresses();
}
