package org.extenddb.it.container;

import jakarta.servlet.ServletContextEvent;
import jakarta.servlet.ServletContextListener;
import jakarta.servlet.annotation.WebListener;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Ends the server where the JVM of the tests is killed: that JVM holds the other end of the server's input. */
@WebListener
public final class EndWithTests implements ServletContextListener {
    @Override
    public void contextInitialized(ServletContextEvent event) {
        Thread watch = new Thread(EndWithTests::haltAtEndOfInput, "end-with-tests");
        watch.setDaemon(true);
        watch.start();
    }

    private static void haltAtEndOfInput() {
        try {
            while (System.in.read() >= 0) {
                // nobody writes
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            Runtime.getRuntime().halt(1);
        }
    }
}
