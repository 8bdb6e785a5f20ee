package org.extenddb.web.admin;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The administration at {@code /admin/v1}; its resources and providers are found by their annotations. */
@ApplicationPath("/v1")
public class AdminApplication extends Application {}
