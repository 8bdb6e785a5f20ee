package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ExportDescription;
import org.extenddb.core.api.transfer.ExportSpec;
import org.extenddb.core.api.transfer.ListExportsResponse;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.transfer.TransferPages.Page;

/** Lists the exports of 90 days, the latest first. */
@SingleInstance
public final class ListExports extends ListTransfers<ListExportsResponse> {
    @Inject
    public ListExports(TransferPages pages) {
        super(pages, ExportSpec.KIND, "maxResults");
    }

    @Override
    public OperationSpec<ListTransfersRequest, ListExportsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ListExports",
                "dynamodb:ListExports",
                ListTransfersRequest::decodeExports,
                ListExportsResponse::encode);
    }

    @Override
    ListExportsResponse response(Page page) {
        return new ListExportsResponse(
                page.jobs().stream().map(ExportDescription::of).toList(), page.nextToken());
    }
}
