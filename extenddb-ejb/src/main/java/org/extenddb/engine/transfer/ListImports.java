package org.extenddb.engine.transfer;

import jakarta.inject.Inject;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.core.api.transfer.ImportDescription;
import org.extenddb.core.api.transfer.ImportSpec;
import org.extenddb.core.api.transfer.ListImportsResponse;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.engine.OperationSpec;
import org.extenddb.engine.transfer.TransferPages.Page;

/** Lists the imports of 90 days, the latest first. */
@SingleInstance
public final class ListImports extends ListTransfers<ListImportsResponse> {
    @Inject
    public ListImports(TransferPages pages) {
        super(pages, ImportSpec.KIND, "pageSize");
    }

    @Override
    public OperationSpec<ListTransfersRequest, ListImportsResponse> spec() {
        return new OperationSpec<>(
                OperationSpec.Service.DYNAMODB,
                "ListImports",
                "dynamodb:ListImports",
                ListTransfersRequest::decodeImports,
                ListImportsResponse::encode);
    }

    @Override
    ListImportsResponse response(Page page) {
        return new ListImportsResponse(
                page.jobs().stream().map(ImportDescription::of).toList(), page.nextToken());
    }
}
