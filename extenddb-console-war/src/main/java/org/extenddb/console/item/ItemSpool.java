package org.extenddb.console.item;

import jakarta.json.JsonObject;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import org.extenddb.console.value.JsonText;

/** Items in a file that goes when it is closed: first they are all added, then they are read. */
final class ItemSpool implements Closeable {
    private final Path file = Files.createTempFile("extenddb-download", ".json");
    private final BufferedWriter out = Files.newBufferedWriter(file);
    private final Set<String> names = new LinkedHashSet<>();
    private int count;

    ItemSpool() throws IOException {}

    /** @param item in DynamoDB's JSON */
    void add(JsonObject item) throws IOException {
        out.write(item.toString());
        out.write('\n');
        names.addAll(item.keySet());
        count++;
    }

    int count() {
        return count;
    }

    /** Of all attributes, in the order in which they were met. */
    Set<String> names() {
        return names;
    }

    /** What is done with one item. */
    interface Visitor {
        void visit(JsonObject item) throws IOException;
    }

    /** In the order in which they were added. Nothing can be added any more. */
    void visit(Visitor visitor) throws IOException {
        out.close();
        try (BufferedReader in = Files.newBufferedReader(file)) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                visitor.visit(JsonText.parse(line));
            }
        }
    }

    @Override
    public void close() throws IOException {
        // On a full disk, what is still to be written fails; the file must go all the more.
        try {
            out.close();
        } finally {
            Files.delete(file);
        }
    }
}
