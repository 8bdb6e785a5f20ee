package org.extenddb.cli.liberty;

import java.util.Map;
import java.util.TreeMap;

/** Liberty variables as a configuration file that overrides the defaults. */
public record ServerVariables(Map<String, String> values) {
    /** @param description where the file comes from */
    public String toXml(String description) {
        StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
                .append("<server description=\"")
                .append(escaped(description))
                .append("\">\n");
        new TreeMap<>(values)
                .forEach((name, value) -> xml.append("  <variable name=\"")
                        .append(escaped(name))
                        .append("\" value=\"")
                        .append(escaped(value))
                        .append("\"/>\n"));
        return xml.append("</server>\n").toString();
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
