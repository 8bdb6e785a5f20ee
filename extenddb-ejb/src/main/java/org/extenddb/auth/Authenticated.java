package org.extenddb.auth;

import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.Region;

/** A request whose signature was verified: by whom, and for which region it was signed. */
public record Authenticated(Caller caller, Region region) {}
