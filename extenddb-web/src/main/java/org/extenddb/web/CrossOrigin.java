package org.extenddb.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/**
 * Pages of any origin may call, as with DynamoDB's endpoint: a request proves itself by its signature and never by a cookie, so the
 * origin decides nothing.
 */
final class CrossOrigin {
    private static final int MAX_AGE_SECONDS = 172_800;

    private CrossOrigin() {}

    /** Adds to an answer what lets a page read it. */
    static ResponseBuilder allow(ResponseBuilder response, HttpServletRequest request) {
        if (request.getHeader("Origin") != null) {
            response.header("Access-Control-Allow-Origin", "*");
        }
        return response;
    }

    /** Grants what a page's browser asks for. */
    static Response preflight(HttpServletRequest request) {
        if (request.getHeader("Origin") == null) {
            return WireResponses.unknown();
        }
        ResponseBuilder response = allow(Response.ok(), request);
        echo(response, "Access-Control-Allow-Headers", request.getHeader("Access-Control-Request-Headers"));
        echo(response, "Access-Control-Allow-Methods", request.getHeader("Access-Control-Request-Method"));
        return response.header("Access-Control-Max-Age", MAX_AGE_SECONDS).build();
    }

    /** Only what can stand in a list of names is repeated. */
    private static void echo(ResponseBuilder response, String header, @Nullable String asked) {
        if (asked != null && asked.chars().allMatch(CrossOrigin::isNameOrList)) {
            response.header(header, asked);
        }
    }

    private static boolean isNameOrList(int c) {
        return c >= 'a' && c <= 'z'
                || c >= 'A' && c <= 'Z'
                || c >= '0' && c <= '9'
                || c == '-'
                || c == '_'
                || c == ','
                || c == ' ';
    }
}
