package org.extenddb.engine.table;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.RequestContext;

/** What IAM has to allow for the table operations. */
final class TableAccess {
    private TableAccess() {}

    static List<AccessRequest> on(String action, String nameOrArn, RequestContext context) {
        return List.of(new AccessRequest(action, context.table(nameOrArn).arn()));
    }

    /** For operations that concern no table in particular. */
    static List<AccessRequest> onAll(String action) {
        return List.of(new AccessRequest(action, "*"));
    }
}
