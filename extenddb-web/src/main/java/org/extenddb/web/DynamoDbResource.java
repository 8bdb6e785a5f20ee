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
import org.extenddb.core.wire.WireRequest;
import org.extenddb.engine.RequestPipeline;
import org.extenddb.iam.QueryPipeline;
import org.jspecify.annotations.Nullable;

/**
 * DynamoDB's endpoint: one place that everything is posted to, and what it says to those who only look. Forms are for IAM and STS,
 * which speak another protocol at the same place.
 */
@Path("/")
@SingleInstance
public final class DynamoDbResource {
    private static final String FORM = "application/x-www-form-urlencoded";

    private final RequestPipeline pipeline;
    private final QueryPipeline queryPipeline;
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
            QueryPipeline queryPipeline,
            @ConfigProperty(name = "extenddb.region", defaultValue = "us-east-1") String region) {
        this.pipeline = pipeline;
        this.queryPipeline = queryPipeline;
        this.healthy = ("healthy: dynamodb." + region + ".amazonaws.com ").getBytes(StandardCharsets.UTF_8);
    }

    /** Every operation of the API, and every action of IAM and STS. */
    @POST
    public Response post() throws IOException {
        HttpServletRequest sent = EntranceFilter.behind(request);
        byte[] body = RequestBodies.read(sent);
        if (body == null) {
            return WireResponses.tooLarge();
        }
        WireRequest received = WireRequests.of(sent, body);
        return isForm(sent.getContentType())
                ? WireResponses.xml(queryPipeline.handle(received))
                : WireResponses.of(pipeline.handle(received), sent);
    }

    private static boolean isForm(@Nullable String contentType) {
        return contentType != null && contentType.regionMatches(true, 0, FORM, 0, FORM.length());
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
