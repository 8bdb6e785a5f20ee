package org.extenddb.console.session;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The session's cookie is for TLS alone, unless there is none: some browsers throw such a cookie away where a server of a
 * developer speaks plain HTTP on the loopback address.
 */
@WebListener
public class SessionCookie implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Config config = ConfigProvider.getConfig();
        boolean plain = isOn(config, "extenddb.data.httpPort");
        boolean tls = isOn(config, "extenddb.data.httpsPort") || isOn(config, "extenddb.admin.httpsPort");
        event.getServletContext().getSessionCookieConfig().setSecure(isSecure(plain, tls));
    }

    private static boolean isOn(Config config, String port) {
        return config.getOptionalValue(port, Integer.class).orElse(-1) > 0;
    }

    /** Whatever is not known is taken for the safer. */
    static boolean isSecure(boolean plain, boolean tls) {
        return tls || !plain;
    }
}
