package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ImportDescription;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.api.transfer.ListImportsResponse;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.transfer.TransferPages.Page;

/** Lists the imports of 90 days, the latest first. */
@SingleInstance
public final class ListImports implements Operation<ListTransfersRequest, ListTransfersRequest, ListImportsResponse> {
    private static final String ACTION = "dynamodb:ListImports";

    private final TransferPages pages;

    @Inject
    public ListImports(TransferPages pages) {
        this.pages = pages;
    }

    @Override
    public OperationSpec<ListTransfersRequest, ListImportsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ListImports",
                ACTION,
                ListTransfersRequest::decodeImports,
                ListImportsResponse::encode);
    }

    @Override
    public ListTransfersRequest validate(ListTransfersRequest request) {
        return TransferPages.check(request, "pageSize");
    }

    @Override
    public List<AccessRequest> resources(ListTransfersRequest request, RequestContext context) {
        return TransferPages.access(ACTION, request, context);
    }

    @Override
    public ListImportsResponse execute(ListTransfersRequest request, RequestContext context) {
        Page page = pages.page(request, ImportSpec.KIND, context);
        return new ListImportsResponse(
                page.jobs().stream().map(ImportDescription::of).toList(), page.nextToken());
    }
}
