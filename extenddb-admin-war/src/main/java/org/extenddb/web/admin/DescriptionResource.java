package org.extenddb.web.admin;

import jakarta.enterprise.context.Dependent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;

/** This interface as OpenAPI: the file that MicroProfile OpenAPI would serve, without what its scanning costs at each start. */
@Dependent
@Path("/openapi.json")
public class DescriptionResource {
    @GET
    public Response get() throws IOException {
        try (InputStream in =
                Objects.requireNonNull(DescriptionResource.class.getResourceAsStream("/META-INF/openapi.json"))) {
            return Response.ok(in.readAllBytes(), MediaType.APPLICATION_JSON_TYPE)
                    .build();
        }
    }
}
