package org.extenddb.engine.transfer;

import java.util.List;
import org.extenddb.core.api.transfer.ListTransfersRequest;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.engine.Operation;
import org.extenddb.engine.RequestContext;
import org.extenddb.engine.transfer.TransferPages.Page;

/** Lists exports or imports of 90 days, the latest first. */
abstract class ListTransfers<R> implements Operation<ListTransfersRequest, ListTransfersRequest, R> {
    private final TransferPages pages;
    private final String kind;
    private final String limitMember;

    /** @param limitMember what a request calls the size of a page */
    ListTransfers(TransferPages pages, String kind, String limitMember) {
        this.pages = pages;
        this.kind = kind;
        this.limitMember = limitMember;
    }

    abstract R response(Page page);

    @Override
    public final ListTransfersRequest validate(ListTransfersRequest request) {
        return TransferPages.check(request, kind, limitMember);
    }

    @Override
    public final List<AccessRequest> resources(ListTransfersRequest request, RequestContext context) {
        return TransferPages.access(spec().iamAction(), request, context);
    }

    @Override
    public final R execute(ListTransfersRequest request, RequestContext context) {
        return response(pages.page(request, kind, context));
    }
}
