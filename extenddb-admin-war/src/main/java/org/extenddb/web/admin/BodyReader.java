package org.extenddb.web.admin;

import jakarta.json.JsonException;
import jakarta.json.bind.Jsonb;
import jakarta.json.bind.JsonbBuilder;
import jakarta.json.bind.JsonbConfig;
import jakarta.json.bind.JsonbException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.admin.AdminError;
import org.extenddb.admin.AdminException;

/** Reads bodies strictly: JSON of the record's form, no member that it does not have, and not too much of it. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
public class BodyReader implements MessageBodyReader<RequestBody> {
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern MEMBER = Pattern.compile("property '?(\\w{1,40})");

    private final Jsonb json =
            JsonbBuilder.create(new JsonbConfig().setProperty("jsonb.fail-on-unknown-properties", true));

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] annotations, MediaType mediaType) {
        return RequestBody.class.isAssignableFrom(type);
    }

    @Override
    public RequestBody readFrom(
            Class<RequestBody> type,
            Type generic,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream in)
            throws IOException {
        byte[] body = in.readNBytes(MAX_BYTES + 1);
        if (body.length > MAX_BYTES) {
            throw AdminException.of(AdminError.INVALID, MessagesRest.TOO_LARGE);
        }
        return read(type, body);
    }

    private RequestBody read(Class<RequestBody> type, byte[] body) {
        try {
            RequestBody read = json.fromJson(new ByteArrayInputStream(body), type);
            if (read != null) {
                return read;
            }
        } catch (JsonbException | JsonException e) {
            Matcher member = MEMBER.matcher(String.valueOf(e.getMessage()));
            throw AdminException.of(
                    AdminError.INVALID, member.find() ? MessagesRest.badMember(member.group(1)) : MessagesRest.NO_JSON);
        }
        throw AdminException.of(AdminError.INVALID, MessagesRest.NO_JSON);
    }
}
