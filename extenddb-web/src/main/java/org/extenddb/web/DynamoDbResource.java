package org.extenddb.web;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HEAD;
import jakarta.ws.rs.OPTIONS;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.extenddb.cdi.SingleInstance;
import org.extenddb.engine.RequestPipeline;

/** DynamoDB's endpoint: one place that everything is posted to, and what it says to those who only look. */
@Path("/")
@SingleInstance
public final class DynamoDbResource {
    private final RequestPipeline pipeline;
    private final byte[] healthy;

    /** Stands for the request at hand. As a parameter it would be made anew for each request, at a twentieth of its CPU time. */
    @Context
    private HttpServletRequest request;

    /**
     * Makes the endpoint.
     *
     * @param region only for the text that load balancers get; requests name their own region
     */
    @Inject
    public DynamoDbResource(
            RequestPipeline pipeline,
            @ConfigProperty(name = "extenddb.region", defaultValue = "us-east-1") String region) {
        this.pipeline = pipeline;
        this.healthy = ("healthy: dynamodb." + region + ".amazonaws.com ").getBytes(StandardCharsets.UTF_8);
    }

    /** Every operation of the API. */
    @POST
    public Response post() throws IOException {
        byte[] body = RequestBodies.read(request);
        return body == null
                ? WireResponses.tooLarge()
                : WireResponses.of(pipeline.handle(WireRequests.of(request, body)), request);
    }

    /** A sign of life in DynamoDB's own words, the blank at the end included. It says nothing of the database. */
    @GET
    public Response get() {
        return WireResponses.text(healthy, request);
    }

    /** DynamoDB knows no HEAD. */
    @HEAD
    public Response head() {
        return WireResponses.unknown();
    }

    /** What a browser asks before it lets a page of another origin post. */
    @OPTIONS
    public Response options() {
        return CrossOrigin.preflight(request);
    }
}
