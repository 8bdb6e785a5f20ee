package org.extenddb.engine.query;

import java.util.List;
import org.extenddb.core.api.query.ReadMembers;
import org.extenddb.core.error.DynamoDbException;
import org.extenddb.core.error.MessagesQuery;
import org.extenddb.engine.data.Wording;

/**
 * What a page returns of its items.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Query.html#DDB-Query-request-Select">Select</a>
 */
enum Select {
    ALL_ATTRIBUTES("ALL_ATTRIBUTES"),
    ALL_PROJECTED_ATTRIBUTES("ALL_PROJECTED_ATTRIBUTES"),
    SPECIFIC_ATTRIBUTES("SPECIFIC_ATTRIBUTES"),
    COUNT("only the Count");

    /** In the order of DynamoDB's text. */
    static final List<String> NAMES =
            List.of("SPECIFIC_ATTRIBUTES", "COUNT", "ALL_ATTRIBUTES", "ALL_PROJECTED_ATTRIBUTES");

    private final String choice;

    Select(String choice) {
        this.choice = choice;
    }

    /**
     * The choice of a request, explicit or by what else it has.
     *
     * @param specificWording how the operation words SPECIFIC_ATTRIBUTES without a projection
     * @throws DynamoDbException ValidationException when it does not go with the projection or the index
     */
    static Select of(ReadMembers read, Wording specificWording) {
        boolean projects = read.projectionExpression() != null || read.attributesToGet() != null;
        if (read.select() == null) {
            return projects
                    ? SPECIFIC_ATTRIBUTES
                    : read.indexName() == null ? ALL_ATTRIBUTES : ALL_PROJECTED_ATTRIBUTES;
        }
        Select select = valueOf(read.select());
        if (projects && select != SPECIFIC_ATTRIBUTES) {
            String parameter = read.projectionExpression() != null ? "ProjectionExpression" : "AttributesToGet";
            throw DynamoDbException.validation(MessagesQuery.projectionWithSelect(parameter, select.choice));
        }
        if (select == SPECIFIC_ATTRIBUTES && !projects) {
            throw specificWording.apply(MessagesQuery.SPECIFIC_WITHOUT_PROJECTION);
        }
        if (select == ALL_PROJECTED_ATTRIBUTES && read.indexName() == null) {
            throw DynamoDbException.validation(MessagesQuery.PROJECTED_WITHOUT_INDEX);
        }
        return select;
    }
}
