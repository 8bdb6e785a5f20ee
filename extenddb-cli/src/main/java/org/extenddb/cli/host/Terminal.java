package org.extenddb.cli.host;

import java.io.Console;
import java.util.Optional;

/** The terminal a person sits at. Nothing that a pipe or a job runs has one. */
public final class Terminal {
    private Terminal() {}

    /** Empty where there is nobody to ask, whatever Java runs this: from 22 on there is a console without a terminal. */
    @SuppressWarnings("SystemConsoleNull")
    public static Optional<Console> find() {
        return Optional.ofNullable(System.console()).filter(Terminal::isTerminal);
    }

    /** {@code Console.isTerminal}, which Java 17 does not have; its console is always a terminal's. */
    private static boolean isTerminal(Console console) {
        try {
            return (boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (NoSuchMethodException olderJava) {
            return true;
        } catch (ReflectiveOperationException unexpected) {
            throw new IllegalStateException(unexpected);
        }
    }
}
