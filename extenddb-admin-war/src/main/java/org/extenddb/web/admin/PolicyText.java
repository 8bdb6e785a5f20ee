package org.extenddb.web.admin;

import jakarta.json.JsonObject;
import org.jspecify.annotations.Nullable;

/** A policy's document. */
public record PolicyText(@Nullable JsonObject policyDocument) implements RequestBody {
    String document() {
        return Answers.required(policyDocument, "policyDocument").toString();
    }
}
