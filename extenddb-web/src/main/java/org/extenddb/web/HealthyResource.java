package org.extenddb.web;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What DynamoDB's endpoint says to a GET without a signature; load balancers look for it. */
@Path("/")
public class HealthyResource {
    private final String region;

    @Inject
    public HealthyResource(@ConfigProperty(name = "extenddb.region", defaultValue = "us-east-1") String region) {
        this.region = region;
    }

    /** Answers with DynamoDB's own text, the space at its end included. */
    @GET
    @Produces(MediaType.TEXT_PLAIN)
    public String healthy() {
        return "healthy: dynamodb." + region + ".amazonaws.com ";
    }
}
