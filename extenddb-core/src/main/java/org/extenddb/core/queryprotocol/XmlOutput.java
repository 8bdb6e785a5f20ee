package org.extenddb.core.queryprotocol;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Writes XML elements with text in them. Texts are escaped; what XML cannot hold at all becomes a question mark. */
public final class XmlOutput implements ResultOutput {
    private final StringBuilder out = new StringBuilder(512);
    private final Deque<String> open = new ArrayDeque<>();

    @Override
    public XmlOutput begin(String name) {
        out.append('<').append(name).append('>');
        open.push(name);
        return this;
    }

    /** With a namespace that holds for all it contains. */
    public XmlOutput begin(String name, String namespace) {
        out.append('<').append(name).append(" xmlns=\"");
        escape(namespace);
        out.append("\">");
        open.push(name);
        return this;
    }

    @Override
    public XmlOutput end() {
        out.append("</").append(open.pop()).append('>');
        return this;
    }

    @Override
    public XmlOutput text(String name, @Nullable String value) {
        if (value != null) {
            out.append('<').append(name).append('>');
            escape(value);
            out.append("</").append(name).append('>');
        }
        return this;
    }

    @Override
    public XmlOutput number(String name, long value) {
        return text(name, Long.toString(value));
    }

    @Override
    public XmlOutput bool(String name, boolean value) {
        return text(name, Boolean.toString(value));
    }

    @Override
    public XmlOutput time(String name, Instant value) {
        return text(name, value.truncatedTo(ChronoUnit.SECONDS).toString());
    }

    @Override
    public <T> XmlOutput list(String name, Collection<T> elements, Consumer<T> writer) {
        begin(name);
        for (T element : elements) {
            begin("member");
            writer.accept(element);
            end();
        }
        return end();
    }

    @Override
    public XmlOutput texts(String name, Collection<String> elements) {
        begin(name);
        elements.forEach(element -> text("member", element));
        return end();
    }

    @Override
    public XmlOutput map(String name, Map<String, ?> entries) {
        begin(name);
        entries.forEach((key, value) ->
                begin("entry").text("key", key).text("value", value.toString()).end());
        return end();
    }

    @Override
    public XmlOutput document(String name, String document) {
        return text(
                name,
                URLEncoder.encode(document, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace("*", "%2A")
                        .replace("%7E", "~"));
    }

    @Override
    public XmlOutput beyondAws(Runnable writer) {
        return this;
    }

    public byte[] toByteArray() {
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '&' -> out.append("&amp;");
                case '"' -> out.append("&quot;");
                case '\r' -> out.append("&#xD;");
                default -> out.appendCodePoint(isInXml(c) ? c : '?');
            }
        });
    }

    private static boolean isInXml(int c) {
        return c >= ' ' && c < 0xD800 || c == '\t' || c == '\n' || c >= 0xE000 && c != 0xFFFE && c != 0xFFFF;
    }
}
