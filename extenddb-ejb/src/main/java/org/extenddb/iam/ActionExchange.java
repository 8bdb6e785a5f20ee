package org.extenddb.iam;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import org.extenddb.auth.Authenticated;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.telemetry.AnsweredRequest;
import org.jspecify.annotations.Nullable;

/** What becomes known of a call while it is answered. Of one thread. */
final class ActionExchange {
    /** Nobody who reads what was asked for may learn them. */
    private static final Pattern SECRET = Pattern.compile(".*(Password|Secret|Token).*");

    private final String requestId = UUID.randomUUID().toString();
    private final long started = System.nanoTime();
    private final String sourceAddress;
    private ActionRegistry.@Nullable Registered registered;
    private @Nullable FormParameters in;
    private @Nullable Authenticated sender;
    private @Nullable ActionCall call;
    private boolean recorded;

    ActionExchange(String sourceAddress) {
        this.sourceAddress = sourceAddress;
    }

    String requestId() {
        return requestId;
    }

    void asksFor(ActionRegistry.Registered asked, FormParameters parameters) {
        registered = asked;
        in = parameters;
    }

    ActionRegistry.Registered registered() {
        return Objects.requireNonNull(registered, "an action that was asked for");
    }

    void sentBy(Authenticated authenticated) {
        sender = authenticated;
    }

    void calls(ActionCall called) {
        call = called;
    }

    /** What it changed is committed, and so is what observers have written down of it. */
    void isRecorded() {
        recorded = true;
    }

    /** @param error null when the call succeeded */
    AnsweredRequest answered(@Nullable QueryException error, int requestBytes, int responseBytes) {
        return new AnsweredRequest(
                requestId,
                sourceAddress,
                (registered == null ? QueryService.IAM : registered.service()).signingName(),
                registered == null ? null : registered.action().name(),
                sender == null ? null : sender.caller(),
                sender == null ? null : sender.region(),
                error == null ? null : error.error().code(),
                call == null ? List.of() : call.accesses(),
                recorded,
                this::parameters,
                System.nanoTime() - started,
                requestBytes,
                responseBytes);
    }

    private String parameters() {
        TreeMap<String, String> shown = new TreeMap<>(in == null ? new TreeMap<>() : in.all());
        shown.remove("Action");
        shown.remove("Version");
        shown.replaceAll((name, value) -> SECRET.matcher(name).matches() ? "***" : value);
        return shown.toString();
    }
}
