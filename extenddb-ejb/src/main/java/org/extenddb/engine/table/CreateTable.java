package org.extenddb.engine.table;

import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.table.CreateTableCodec;
import org.extenddb.core.api.table.CreateTableRequest;
import org.extenddb.core.api.table.TableDescription;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.model.TableStatus;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.data.RequestTags;

/** Creates a table with its indexes. It can be used at once, whatever the answer says. */
@SingleInstance
public final class CreateTable implements Operation<CreateTableRequest, ValidCreateTable, TableDescription> {
    private static final String ACTION = "dynamodb:CreateTable";

    private final TableCreation creation;
    private final TableDescriber describer;

    @Inject
    CreateTable(TableCreation creation, TableDescriber describer) {
        this.creation = creation;
        this.describer = describer;
    }

    @Override
    public OperationSpec<CreateTableRequest, TableDescription> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "CreateTable",
                ACTION,
                CreateTableCodec::decode,
                CreateTableCodec::encode);
    }

    @Override
    public ValidCreateTable validate(CreateTableRequest request) {
        return TableCreation.check(request);
    }

    @Override
    public List<AccessRequest> resources(ValidCreateTable request, RequestContext context) {
        Map<String, String> tags = request.settings().tags();
        String arn = context.table(request.tableName()).arn();
        AccessDetails asked = tags.isEmpty() ? AccessDetails.NONE : RequestTags.given(tags);
        List<AccessRequest> accesses = new ArrayList<>(List.of(new AccessRequest(ACTION, arn, asked)));
        if (!tags.isEmpty()) {
            accesses.add(new AccessRequest("dynamodb:TagResource", arn, asked));
        }
        if (request.resourcePolicy() != null) {
            accesses.add(new AccessRequest("dynamodb:PutResourcePolicy", arn, asked));
        }
        return accesses;
    }

    @Override
    public TableDescription execute(ValidCreateTable request, RequestContext context) {
        return describer.created(creation.create(request, context, TableStatus.ACTIVE), request.warming());
    }
}
