package org.extenddb.console.session;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebFilter;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.extenddb.core.storage.StorageUnavailableException;
import org.jspecify.annotations.Nullable;

/** Lets nobody past the sign-in who has not signed in, and no other site's form at all; says what browsers must not do. */
@WebFilter("/*")
public class EntranceFilter extends HttpFilter {
    /** Scripts are PrimeFaces' to allow, each page's with a nonce of its own. Styles: its widgets set sizes in attributes. */
    private static final String POLICY = "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self';"
            + " connect-src 'self'; object-src 'none'; frame-src 'none'; worker-src 'none'; media-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    private static final Set<String> OPEN = Set.of("/signin.xhtml", "/password.xhtml", "/error.xhtml");
    private static final String RESOURCES = "/jakarta.faces.resource/";

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        String path = AskedPage.path(request);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "same-origin");
        if (path.startsWith(RESOURCES)) {
            chain.doFilter(request, response);
            return;
        }
        response.addHeader("Content-Security-Policy", POLICY);
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (isForeign(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (OPEN.contains(path)) {
            chain.doFilter(request, response);
        } else if (!Entrance.isOpen(request)) {
            showSignIn(request, response, !request.getMethod().equals("GET"));
        } else if (Activity.goesOn(request, response) && isStillWelcome()) {
            chain.doFilter(request, response);
        } else {
            request.getSession().invalidate();
            showSignIn(request, response, true);
        }
    }

    /**
     * Whoever was deactivated, deleted or given another password since is signed in no longer: whatever pages ask the session after this
     * holds now.
     */
    private static boolean isStillWelcome() {
        try {
            CDI.current().select(Senders.class).get().current();
            return true;
        } catch (SignedOutException e) {
            return false;
        } catch (StorageUnavailableException e) {
            // Nothing can be read or changed either; the page says so.
            return true;
        }
    }

    private static void showSignIn(HttpServletRequest request, HttpServletResponse response, boolean expired)
            throws IOException {
        String page = AskedPage.of(request);
        String next = page.isEmpty() ? "" : "next=" + URLEncoder.encode(page, StandardCharsets.UTF_8);
        String parameters = (expired ? "expired=true" + (next.isEmpty() ? "" : "&") : "") + next;
        String target = request.getContextPath() + "/signin.xhtml" + (parameters.isEmpty() ? "" : "?" + parameters);
        Redirect.to(target, request, response);
    }

    /** Browsers tell where a form stood. */
    private static boolean isForeign(HttpServletRequest request) {
        @Nullable String origin = request.getHeader("Origin");
        if (origin == null || request.getMethod().equals("GET")) {
            return false;
        }
        try {
            String host = URI.create(origin).getAuthority();
            return host == null || !host.equalsIgnoreCase(request.getHeader("Host"));
        } catch (IllegalArgumentException e) {
            return true;
        }
    }
}
