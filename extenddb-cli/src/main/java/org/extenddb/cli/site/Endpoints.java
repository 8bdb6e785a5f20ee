package org.extenddb.cli.site;

import java.net.URI;

/** Where an installation answers: AWS clients, and administration. */
public record Endpoints(URI data, URI administration) {}
