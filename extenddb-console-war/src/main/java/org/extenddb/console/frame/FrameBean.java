package org.extenddb.console.frame;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.extenddb.console.frame.MenuSection.Entry;
import org.extenddb.console.session.ConsoleSession;
import org.extenddb.telemetry.Build;

/** What stands around every page. */
@Named("frame")
@RequestScoped
public class FrameBean {
    private static final String THEME = "extenddb-theme";
    private static final Set<String> THEMES = Set.of("auto", "light", "dark");

    private final HttpServletRequest request;
    private final ConsoleSession session;

    @SuppressWarnings({"NullAway", "unused"})
    protected FrameBean() {
        this(null, null);
    }

    @Inject
    public FrameBean(HttpServletRequest request, ConsoleSession session) {
        this.request = request;
        this.session = session;
    }

    /** Light, dark, or as the system has it: {@code auto}. */
    public String getTheme() {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(THEME) && THEMES.contains(cookie.getValue())) {
                    return cookie.getValue();
                }
            }
        }
        return "auto";
    }

    public String getVersion() {
        return Build.NAME + " " + Build.VERSION;
    }

    public int getSessionSeconds() {
        return request.getSession().getMaxInactiveInterval();
    }

    /** The page at hand with its parameters, to come back to. */
    public String getAddressParameter() {
        String query = request.getQueryString();
        return URLEncoder.encode(page() + ".xhtml" + (query == null ? "" : "?" + query), StandardCharsets.UTF_8);
    }

    public List<MenuSection> getMenu() {
        return List.of(
                new MenuSection(
                        "menuData",
                        List.of(
                                entry("tables", "tables", "table", "create-table", "table", "items", "item"),
                                entry("backups", "backups", "save"),
                                entry("imports", "imports", "upload"),
                                entry("workbench", "workbench", "code"))),
                new MenuSection(
                        "menuIdentity",
                        List.of(
                                entry("users", "users", "user", "user"),
                                entry("groups", "groups", "users", "group"),
                                entry("roles", "roles", "id-card", "role"),
                                entry("policies", "policies", "shield", "policy"),
                                entry("simulator", "simulator", "verified"))),
                new MenuSection("menuOperate", operation()));
    }

    private List<Entry> operation() {
        Entry dashboard = entry("dashboard", "dashboard", "chart-line");
        Entry about = entry("about", "about", "info-circle");
        return session.isAdministrator()
                ? List.of(
                        dashboard,
                        entry("jobs", "jobs", "history"),
                        entry("audit", "audit", "list"),
                        entry("accounts", "accounts", "building"),
                        entry("settings", "settings", "cog"),
                        about)
                : List.of(dashboard, about);
    }

    private Entry entry(String page, String title, String icon, String... others) {
        String current = page();
        return new Entry(
                page, title, icon, current.equals(page) || List.of(others).contains(current));
    }

    private String page() {
        String path = request.getServletPath();
        return path.substring(path.lastIndexOf('/') + 1).replace(".xhtml", "");
    }
}
