package org.extenddb.iam.action;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.iam.ActionCall;

/** Changes tags: keys that differ by case alone are one key. */
final class TagChange {
    private static final int QUOTA = 50;

    private TagChange() {}

    /**
     * Tags with others added.
     *
     * @param owner as the quota's name ends
     * @throws QueryException LimitExceeded
     */
    static Map<String, String> adding(Map<String, String> tags, Map<String, String> added, String owner) {
        Map<String, String> changed = removing(tags, added.keySet());
        changed.putAll(added);
        if (changed.size() > QUOTA) {
            throw QueryException.of(QueryError.LIMIT_EXCEEDED, MessagesIam.quota("TagsPer" + owner, QUOTA));
        }
        return changed;
    }

    /** To make something with tags needs the right to tag it, too. */
    static void authorizeNew(ActionCall call, String action, String arn, Map<String, String> tags) {
        if (!tags.isEmpty()) {
            call.authorize(action, arn, new Conditions().requestTags(tags));
        }
    }

    static Map<String, String> removing(Map<String, String> tags, Set<String> keys) {
        Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        changed.putAll(tags);
        keys.forEach(changed::remove);
        return changed;
    }
}
