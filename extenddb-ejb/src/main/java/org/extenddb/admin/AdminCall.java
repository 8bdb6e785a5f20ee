package org.extenddb.admin;

import org.extenddb.core.iam.RequestContext;

/**
 * Something that is asked of the administration.
 *
 * @param request where it comes from, and when
 */
public record AdminCall(Operator operator, RequestContext request) {
    public boolean isByAdministrator() {
        return operator instanceof Operator.Administrator;
    }

    /** @throws AdminException FORBIDDEN unless an administrator asks */
    public void requireAdministrator() {
        if (!isByAdministrator()) {
            throw AdminException.of(AdminError.FORBIDDEN, MessagesAdmin.ADMINISTRATORS_ONLY);
        }
    }
}
