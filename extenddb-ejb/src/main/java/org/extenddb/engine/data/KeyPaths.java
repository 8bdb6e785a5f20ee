package org.extenddb.engine.data;

import java.util.Set;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesItem;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.KeyAttribute;

/** Key attributes of a table or its indexes are scalars: no path of a projection or a filter may lead into one. */
public final class KeyPaths {
    private KeyPaths() {}

    /**
     * Checks the paths of one expression.
     *
     * @param nested the attributes that paths lead into
     */
    public static void check(TablePlan plan, Set<String> nested) {
        if (nested.isEmpty()) {
            return;
        }
        for (KeyAttribute attribute : plan.definition().keySchema().attributes()) {
            if (nested.contains(attribute.name())) {
                throw DynamoDbException.validation(MessagesItem.keyNotScalar("Key", attribute.name()));
            }
        }
        for (IndexDefinition index : plan.definition().indexes()) {
            for (KeyAttribute attribute : index.keySchema().attributes()) {
                if (nested.contains(attribute.name())) {
                    throw DynamoDbException.validation(MessagesItem.keyNotScalar("IndexKey", attribute.name()));
                }
            }
        }
    }
}
