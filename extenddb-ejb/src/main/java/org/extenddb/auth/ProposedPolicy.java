package org.extenddb.auth;

import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.NamedPolicy;

/** Asks what would be decided if a table had this policy. Who would be denied shuts itself out, which is a fault of the request. */
public record ProposedPolicy(NamedPolicy resourcePolicy) implements AccessDetails {}
