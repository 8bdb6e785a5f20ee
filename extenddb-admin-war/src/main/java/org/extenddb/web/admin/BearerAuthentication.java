package org.extenddb.web.admin;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Instant;
import org.extenddb.admin.AdminCall;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;
import org.extenddb.auth.signin.SignIn;
import org.extenddb.auth.signin.SignedIn;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.Region;
import org.jspecify.annotations.Nullable;

/**
 * Lets through who brings a bearer token that is good, and whoever wants to sign in. Tokens come in a header alone, which no browser
 * sends by itself: there is nothing that another site's page could make it do.
 */
@Provider
public class BearerAuthentication implements ContainerRequestFilter {
    private static final String SCHEME = "Bearer ";
    private static final String SIGN_IN = "sessions";
    private static final String DESCRIPTION = "openapi.json";

    /** Where AWS has IAM. */
    private static final Region REGION = new Region("us-east-1");

    private final SignIn signIn;
    private final CurrentCall current;

    @Context
    private HttpServletRequest servletRequest;

    /** RESTEasy makes its filters by a constructor without arguments. */
    public BearerAuthentication() {
        this.signIn = CDI.current().select(SignIn.class).get();
        this.current = CDI.current().select(CurrentCall.class).get();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String where = request.getUriInfo().getPath().replaceFirst("^/", "");
        current.setRequest(context(), request.getMethod(), where);
        requireText(request);
        boolean open = where.equals(SIGN_IN) && request.getMethod().equals("POST") || where.equals(DESCRIPTION);
        if (!open) {
            String token = token(request.getHeaderString(HttpHeaders.AUTHORIZATION));
            SignedIn who = token == null ? null : signIn.check(token);
            if (token == null || who == null) {
                throw AdminException.of(AdminError.UNAUTHENTICATED, MessagesRest.SIGN_IN);
            }
            current.set(new AdminCall(who, current.request()), token);
        }
    }

    /** PostgreSQL keeps no U+0000 in texts, and nothing is called so. */
    private static void requireText(ContainerRequestContext request) {
        boolean zero = request.getUriInfo().getPath().indexOf('\0') >= 0
                || request.getUriInfo().getQueryParameters().values().stream()
                        .anyMatch(values -> values.stream().anyMatch(value -> value.indexOf('\0') >= 0));
        if (zero) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.ZERO);
        }
    }

    private RequestContext context() {
        return new RequestContext(
                servletRequest.getRemoteAddr(),
                servletRequest.isSecure(),
                servletRequest.getHeader(HttpHeaders.USER_AGENT),
                servletRequest.getHeader("Referer"),
                Instant.now(),
                REGION);
    }

    private static @Nullable String token(@Nullable String header) {
        return header != null && header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())
                ? header.substring(SCHEME.length()).strip()
                : null;
    }
}
