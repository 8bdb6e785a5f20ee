package org.extenddb.web;

import jakarta.enterprise.inject.spi.CDI;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;

/**
 * JAX-RS at the root of the server: AWS clients post to {@code /}. The resource is handed over ready made; found as a class it would
 * be looked up among the beans for each request, at a thirtieth of its CPU time.
 */
@ApplicationPath("/")
public class WireApplication extends Application {
    @Override
    public Set<Class<?>> getClasses() {
        return Set.of(EscapedExceptionMapper.class);
    }

    /** Deprecated for the sake of CDI, whose beans implementations may look up once; RESTEasy does for each request. */
    @Override
    @SuppressWarnings("deprecation")
    public Set<Object> getSingletons() {
        return Set.of(CDI.current().select(DynamoDbResource.class).get());
    }
}
