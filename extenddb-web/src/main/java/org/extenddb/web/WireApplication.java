package org.extenddb.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** JAX-RS at the root of the server: AWS clients post to {@code /}. */
@ApplicationPath("/")
public class WireApplication extends Application {}
