package org.extenddb.web.admin;

import jakarta.enterprise.context.RequestScoped;
import java.util.Objects;
import org.extenddb.admin.AdminCall;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.core.iam.RequestContext;
import org.jspecify.annotations.Nullable;

/** Who asks in the request that is being answered. */
@RequestScoped
public class CurrentCall {
    private @Nullable AdminCall call;
    private @Nullable RequestContext request;
    private String token = "";

    private String method = "";
    private String path = "";

    void setRequest(RequestContext newRequest, String newMethod, String newPath) {
        request = newRequest;
        method = newMethod;
        path = newPath;
    }

    String method() {
        return method;
    }

    /** Below {@code /admin/v1/}. */
    String path() {
        return path;
    }

    /** Where the request comes from. */
    public RequestContext request() {
        return Objects.requireNonNull(request);
    }

    void set(AdminCall newCall, String newToken) {
        call = newCall;
        token = newToken;
    }

    /** @throws AdminException UNAUTHENTICATED when nobody has signed in */
    public AdminCall get() {
        if (call == null) {
            throw AdminException.of(AdminError.UNAUTHENTICATED, MessagesRest.SIGN_IN);
        }
        return call;
    }

    /** What the caller proved with who it is. */
    public String token() {
        return token;
    }
}
