package org.extenddb.admin;

import java.util.List;

/** How a change of administrators ended. */
public sealed interface AdministratorChange {
    record Done(AdministratorSummary administrator) implements AdministratorChange {}

    /** There is one of this name already. */
    record Exists() implements AdministratorChange {}

    record NoSuch() implements AdministratorChange {}

    /** Without it there would be no active administrator. */
    record LastOne() implements AdministratorChange {}

    /** Name or password will not do, for these reasons. */
    record Rejected(List<String> reasons) implements AdministratorChange {
        public Rejected {
            reasons = List.copyOf(reasons);
        }
    }
}
