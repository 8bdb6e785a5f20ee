package org.extenddb.web;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Lets a connection live on after a 400, as DynamoDB's endpoint does: there, a failed condition is an everyday answer, and a
 * client would pay for it with a new TLS handshake.
 *
 * <p>Open Liberty closes an HTTP/1.1 connection after every status that its table of status codes calls an error, and no setting
 * changes that (its issue 16521). The table has a public constructor that registers what it makes, so 400 is entered there once
 * more, as no error. Liberty answers malformed HTTP by a constant of its own and still closes those connections.
 */
@WebListener
public final class KeepAliveOnError implements ServletContextListener {
    private static final Logger LOG = Logger.getLogger(KeepAliveOnError.class.getName());
    private static final String STATUS_CODES = "com.ibm.wsspi.http.channel.values.StatusCodes";

    @Override
    public void contextInitialized(ServletContextEvent event) {
        // The application's own class loader does not see the server's inner packages; the container's does.
        ClassLoader container = event.getServletContext().getClass().getClassLoader();
        try {
            Class.forName(STATUS_CODES, true, container)
                    .getConstructor(int.class, String.class, boolean.class)
                    .newInstance(400, "Bad Request", false);
        } catch (ReflectiveOperationException | LinkageError e) {
            LOG.log(
                    Level.WARNING,
                    "EXDB0205W: Connections end after each error answer, since this server does not let them go on: {0}",
                    e.toString());
        }
    }
}
