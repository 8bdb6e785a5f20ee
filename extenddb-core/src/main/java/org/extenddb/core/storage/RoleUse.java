package org.extenddb.core.storage;

import java.time.Instant;

/** When a session of a role signed, and for which region. */
public record RoleUse(String roleId, Instant usedAt, String region) {}
