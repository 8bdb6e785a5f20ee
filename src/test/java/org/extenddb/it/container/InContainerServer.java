package org.extenddb.it.container;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.extenddb.it.server.FreePorts;
import org.extenddb.it.server.ServerDirectory;
import org.extenddb.it.server.ServerVariables;
import org.extenddb.it.server.TestCertificate;
import org.jboss.arquillian.core.api.annotation.Observes;
import org.jboss.arquillian.core.api.event.ManagerStarted;
import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes the server that Arquillian starts: the product's own configuration, without its application, which the test deploys,
 * and with the connector that Arquillian asks for.
 */
public final class InContainerServer implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(Preparation.class);
    }

    /** Runs before Arquillian reads arquillian.xml, whose properties it sets. */
    public static final class Preparation {
        private static final int BEFORE_CONFIGURATION = 100;

        void prepare(@Observes(precedence = BEFORE_CONFIGURATION) ManagerStarted event) {
            FreePorts ports = FreePorts.find();
            int httpPort = FreePorts.find().admin();
            // Arquillian looks for its server among all Java processes of the machine by this name.
            String name = "extenddbInContainer" + ProcessHandle.current().pid();
            ServerDirectory directory = ServerDirectory.copyOfBuilt("in-container", name);
            TestCertificate.make(directory.configuration().resolve("resources/security/key.p12"));
            try {
                configure(directory.configuration(), httpPort, ServerVariables.of(ports));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            System.setProperty("extenddb.it.wlpHome", directory.installation().toString());
            System.setProperty("extenddb.it.usrDir", directory.user().toString());
            System.setProperty("extenddb.it.serverName", name);
            System.setProperty("extenddb.it.httpPort", Integer.toString(httpPort));
        }

        private static void configure(Path server, int httpPort, Map<String, String> variables) throws IOException {
            Path main = server.resolve("server.xml");
            Files.writeString(
                    main, Files.readString(main).replace("<include location=\"extenddb/application.xml\"/>", ""));
            Files.writeString(
                    server.resolve("server.env"),
                    variables.entrySet().stream()
                            .map(variable -> variable.getKey() + "=" + variable.getValue() + "\n")
                            .collect(Collectors.joining()));
            Path overrides = Files.createDirectories(server.resolve("configDropins/overrides"));
            Files.writeString(overrides.resolve("arquillian.xml"), overrides(httpPort));
        }

        private static String overrides(int httpPort) {
            return String.format(Locale.ROOT, """
                    <server>
                      <featureManager><feature>localConnector-1.0</feature></featureManager>
                      <applicationManager autoExpand="false" startTimeout="180s"/>
                      <config updateTrigger="polled" monitorInterval="500ms"/>
                      <httpEndpoint id="defaultHttpEndpoint" httpPort="%d"/>
                    </server>
                    """, httpPort);
        }
    }
}
