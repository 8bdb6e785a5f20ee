package org.extenddb.worker.transfer;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/** The objects of a bucket in a directory, as a client of the store has them. */
record BucketFiles(Path bucket) {
    void write(String key, byte[] bytes) throws IOException {
        Path file = bucket.resolve(key);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
    }

    void makeFolder(String key) throws IOException {
        Files.createDirectories(bucket.resolve(key));
    }

    byte[] read(String key) throws IOException {
        return Files.readAllBytes(bucket.resolve(key));
    }

    String text(String key) throws IOException {
        return Files.readString(bucket.resolve(key));
    }

    /** The keys below a folder. */
    List<String> list(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(bucket.resolve(prefix))) {
            return files.map(file -> bucket.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    /** Of all compressed files in a folder. */
    List<String> lines(String prefix) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : list(prefix)) {
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(read(file)))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static String md5(byte[] bytes) {
        return Base64.getEncoder().encodeToString(DataFileWriter.md5().digest(bytes));
    }
}
