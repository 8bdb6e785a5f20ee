package org.extenddb.engine;

import org.jspecify.annotations.Nullable;

/**
 * Where a request from inside the server was caused: what policies ask of a connection is asked of this one.
 *
 * @param remoteAddress of the person's browser or tool
 * @param secure whether it came by TLS
 * @param host the address used for this server: a Host header, empty when there was none
 */
public record ClientOrigin(
        String remoteAddress, boolean secure, @Nullable String userAgent, String host) {}
