package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import java.util.List;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ExportDescription;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.ListExportsResponse;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.transfer.TransferPages.Page;

/** Lists the exports of 90 days, the latest first. */
@SingleInstance
public final class ListExports implements Operation<ListTransfersRequest, ListTransfersRequest, ListExportsResponse> {
    private static final String ACTION = "dynamodb:ListExports";

    private final TransferPages pages;

    @Inject
    public ListExports(TransferPages pages) {
        this.pages = pages;
    }

    @Override
    public OperationSpec<ListTransfersRequest, ListExportsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ListExports",
                ACTION,
                ListTransfersRequest::decodeExports,
                ListExportsResponse::encode);
    }

    @Override
    public ListTransfersRequest validate(ListTransfersRequest request) {
        return TransferPages.check(request, "maxResults");
    }

    @Override
    public List<AccessRequest> resources(ListTransfersRequest request, RequestContext context) {
        return TransferPages.access(ACTION, request, context);
    }

    @Override
    public ListExportsResponse execute(ListTransfersRequest request, RequestContext context) {
        Page page = pages.page(request, ExportSpec.KIND, context);
        return new ListExportsResponse(
                page.jobs().stream().map(ExportDescription::of).toList(), page.nextToken());
    }
}
