package org.extenddb.core.identity;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * What passwords of an account's users have to be.
 *
 * @param usersChange whether users may change their own password without a policy that says so
 * @param maxAgeDays how long a password is good; 0 for ever
 * @param hardExpiry whether only an administrator can set another one when it has expired
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/id_credentials_passwords_account-policy.html">Password policy</a>
 */
public record PasswordPolicy(
        int minimumLength,
        boolean symbols,
        boolean numbers,
        boolean uppercase,
        boolean lowercase,
        boolean usersChange,
        int maxAgeDays,
        boolean hardExpiry) {
    private static final JsonFactory JSON = new JsonFactory();

    /** Whether a password has had its time. */
    public boolean isExpired(Password password, Instant now) {
        return maxAgeDays > 0
                && password.changedAt().plus(Duration.ofDays(maxAgeDays)).isBefore(now);
    }

    /** As it is kept. */
    public String json() {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = JSON.createGenerator(text)) {
            out.writeStartObject();
            out.writeNumberField("minimumLength", minimumLength);
            out.writeBooleanField("symbols", symbols);
            out.writeBooleanField("numbers", numbers);
            out.writeBooleanField("uppercase", uppercase);
            out.writeBooleanField("lowercase", lowercase);
            out.writeBooleanField("usersChange", usersChange);
            out.writeNumberField("maxAgeDays", maxAgeDays);
            out.writeBooleanField("hardExpiry", hardExpiry);
            out.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Reads what {@link #json} wrote. */
    public static PasswordPolicy parse(String json) {
        Map<String, String> members = new HashMap<>();
        try (JsonParser in = JSON.createParser(json)) {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token.isScalarValue()) {
                    members.put(in.currentName(), in.getText());
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new PasswordPolicy(
                Integer.parseInt(members.getOrDefault("minimumLength", "8")),
                Boolean.parseBoolean(members.get("symbols")),
                Boolean.parseBoolean(members.get("numbers")),
                Boolean.parseBoolean(members.get("uppercase")),
                Boolean.parseBoolean(members.get("lowercase")),
                Boolean.parseBoolean(members.get("usersChange")),
                Integer.parseInt(members.getOrDefault("maxAgeDays", "0")),
                Boolean.parseBoolean(members.get("hardExpiry")));
    }
}
