package org.extenddb.worker.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.extenddb.core.api.transfer.CsvMembers;
import org.extenddb.core.api.transfer.ImportCheckpoint;
import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.job.Job;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.transfer.TransferFixture.Ended;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TransferTest {
    private static final int ALWAYS = 1_000_000;

    @TempDir
    Path root;

    private TransferFixture fixture;

    @BeforeEach
    void setUp() throws IOException {
        fixture = new TransferFixture(root);
    }

    // ---- exports

    @ParameterizedTest
    @ValueSource(strings = {"DYNAMODB_JSON", "ION"})
    void export_imported_isTheTableAsItWas(String format) throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        for (int i = 0; i < 100; i++) {
            fixture.put(table, i, "first");
        }
        fixture.put(table, "{\"pk\":{\"S\":\"no city\"},\"n\":{\"NS\":[\"-1.5\",\"2\"]},\"z\":{\"S\":\"\\u0000\\n\"}}");
        Map<String, String> then = fixture.contents(table, KeyRange.TABLE);
        Map<String, String> indexThen = fixture.contents(table, TransferFixture.SLOT);
        Instant time = fixture.backend.history().now();
        for (int i = 0; i < 100; i += 3) {
            fixture.put(table, i, "later");
            fixture.remove(table, i + 1);
        }
        fixture.put(table, 500, "new");

        Ended export = fixture.run(fixture.exportJob(table, format, null, time), ALWAYS);
        assertThat(export.step()).isEqualTo(new JobStep.Completed());
        assertThat(export.job().progress().done()).isEqualTo(101);

        TableDefinition target = fixture.newTable(TableStatus.CREATING);
        String data = "some/prefix/AWSDynamoDB/" + export.job().id() + "/data/";
        Ended imported = fixture.run(fixture.importJob(target, data, format, "GZIP"), ALWAYS);

        assertThat(imported.step()).isEqualTo(new JobStep.Completed());
        Counts counts = counts(imported);
        assertThat(counts.processed()).isEqualTo(101);
        assertThat(counts.imported()).isEqualTo(101);
        assertThat(counts.errors()).isZero();
        assertThat(counts.bytes())
                .isEqualTo(lines(data).stream()
                        .mapToLong(line -> bytes(line).length + 1L)
                        .sum());
        TableDefinition filled = Objects.requireNonNull(fixture.backend.tables().find(target.address()));
        assertThat(filled.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(fixture.contents(filled, KeyRange.TABLE)).isEqualTo(then);
        assertThat(fixture.contents(filled, TransferFixture.SLOT)).isEqualTo(indexThen);
    }

    @Test
    void export_layout_isThatOfAws() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        fixture.put(table, 1, "x");
        Instant time = fixture.backend.history().now();
        Ended export = fixture.run(fixture.exportJob(table, "DYNAMODB_JSON", null, time), ALWAYS);

        String folder = "some/prefix/AWSDynamoDB/" + export.job().id() + "/";
        List<String> data = files(folder + "data/");
        assertThat(data).singleElement().asString().matches(folder + "data/[0-9a-f]{26}\\.json\\.gz");
        assertThat(lines(folder + "data/")).containsExactly("{\"Item\":" + TransferFixture.item(1, "x") + "}");
        assertThat(fixture.bucket.resolve(folder + "_started")).isEmptyFile();
        byte[] file = Files.readAllBytes(fixture.bucket.resolve(data.get(0)));
        assertThat(Files.readString(fixture.bucket.resolve(folder + "manifest-files.json")))
                .matches("\\{\"itemCount\":1,\"md5Checksum\":\"\\Q" + md5(file)
                        + "\\E\",\"etag\":\"[^\"]+\",\"dataFileS3Key\":\"\\Q" + data.get(0) + "\\E\"}\n");
        for (String manifest : List.of("manifest-files", "manifest-summary")) {
            byte[] text = Files.readAllBytes(fixture.bucket.resolve(folder + manifest + ".json"));
            assertThat(fixture.bucket.resolve(folder + manifest + ".md5")).hasContent(md5(text));
        }
        assertThat(Files.readString(fixture.bucket.resolve(folder + "manifest-summary.json")))
                .startsWith("{\"version\":\"2020-06-30\",\"exportArn\":\""
                        + table.address().arn() + "/export/" + export.job().id() + "\",\"startTime\":\"")
                .contains(
                        "\"tableId\":\"" + table.tableId() + "\"",
                        "\"s3Bucket\":\"bucket\",\"s3Prefix\":\"some/prefix\"")
                .endsWith(
                        "\"s3SseAlgorithm\":\"AES256\",\"s3SseKmsKeyId\":null,\"manifestFilesS3Key\":\"" + folder
                                + "manifest-files.json\",\"billedSizeBytes\":12,\"itemCount\":1,\"outputFormat\":\"DYNAMODB_JSON\"}");
    }

    @Test
    void export_ofNothing_hasAnEmptyFile() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        Ended export = fixture.run(
                fixture.exportJob(
                        table, "DYNAMODB_JSON", null, fixture.backend.history().now()),
                ALWAYS);

        String data = "some/prefix/AWSDynamoDB/" + export.job().id() + "/data/";
        assertThat(files(data)).hasSize(1);
        assertThat(lines(data)).isEmpty();
    }

    /** A server that goes on knows nothing but the last checkpoint, and items change all the while. */
    @Test
    void export_brokenOffAgainAndAgain_hasEveryItemOnce() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        for (int i = 0; i < 2_500; i++) {
            fixture.put(table, i, "first");
        }
        Map<String, String> then = fixture.contents(table, KeyRange.TABLE);
        Job job = fixture.exportJob(
                table, "DYNAMODB_JSON", null, fixture.backend.history().now());
        for (int i = 0; i < 2_500; i += 7) {
            fixture.remove(table, i);
        }

        Ended export = fixture.run(job, 1);

        assertThat(export.turns()).isGreaterThan(2);
        assertThat(export.job().progress().done()).isEqualTo(2_500);
        String data = "some/prefix/AWSDynamoDB/" + export.job().id() + "/data/";
        assertThat(files(data)).hasSizeGreaterThan(1);
        assertThat(lines(data))
                .containsExactlyInAnyOrderElementsOf(then.values().stream()
                        .map(item -> "{\"Item\":" + item + "}")
                        .toList());
    }

    @Test
    void export_missingBucket_fails() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        Files.delete(fixture.bucket);

        Ended export = fixture.run(
                fixture.exportJob(
                        table, "DYNAMODB_JSON", null, fixture.backend.history().now()),
                ALWAYS);

        assertThat(export.step())
                .isEqualTo(new JobStep.Failed("S3NoSuchBucket", "The specified bucket does not exist"));
    }

    @Test
    void export_incremental_tellsWhatChangedInBetween() throws IOException, InterruptedException {
        TableDefinition table = fixture.newRecoverableTable();
        for (int i = 0; i < 6; i++) {
            fixture.put(table, i, "first");
        }
        Instant from = moment();
        fixture.put(table, 1, "second");
        fixture.put(table, 1, "third");
        fixture.remove(table, 2);
        fixture.put(table, 3, "back");
        fixture.put(table, 3, "first");
        fixture.put(table, 7, "new");
        fixture.put(table, 8, "came and went");
        fixture.remove(table, 8);
        Instant to = moment();
        fixture.put(table, 1, "after");
        fixture.put(table, 4, "after");

        Ended export = fixture.run(
                fixture.exportJob(table, "DYNAMODB_JSON", new IncrementalMembers(from, to, null), to), ALWAYS);

        assertThat(export.job().progress().done()).isEqualTo(3);
        assertThat(lines("some/prefix/AWSDynamoDB/data/"))
                .map(line -> line.replaceAll("\\{\"N\":\"[0-9]{16}\"}", "TIME"))
                .containsExactlyInAnyOrder(
                        record(
                                1,
                                ",\"OldImage\":" + TransferFixture.item(1, "first") + ",\"NewImage\":"
                                        + TransferFixture.item(1, "third")),
                        record(2, ",\"OldImage\":" + TransferFixture.item(2, "first")),
                        record(7, ",\"NewImage\":" + TransferFixture.item(7, "new")));
        assertThat(Files.readString(fixture.bucket.resolve(
                        "some/prefix/AWSDynamoDB/" + export.job().id() + "/manifest-summary.json")))
                .contains("\"version\":\"2023-08-01\"", "\"exportFromTime\":\"", "\"exportToTime\":\"")
                .endsWith("\"outputView\":\"NEW_AND_OLD_IMAGES\",\"exportType\":\"INCREMENTAL_EXPORT\"}");
    }

    /** A time as clients have it, down to the millisecond, and nothing happens close to it. */
    private Instant moment() throws InterruptedException {
        Thread.sleep(5);
        Instant moment = fixture.backend.history().now().truncatedTo(ChronoUnit.MILLIS);
        Thread.sleep(5);
        return moment;
    }

    private static String record(int number, String images) {
        return "{\"Metadata\":{\"WriteTimestampMicros\":TIME},\"Keys\":{\"pk\":{\"S\":\"k" + number + "\"}}" + images
                + "}";
    }

    // ---- imports

    @Test
    void import_brokenOffAgainAndAgain_countsAndImportsEveryItemOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_700; i++) {
            text.append(line(i)).append(i % 100 == 7 ? "not an item\n" : "");
        }
        write("in/a.gz", gzip(text.toString()));
        write("in/b.gz", gzip(line(5_000)));
        TableDefinition target = fixture.newTable(TableStatus.CREATING);

        Ended ended = fixture.run(fixture.importJob(target, "in/", "DYNAMODB_JSON", "GZIP"), 1);

        assertThat(ended.turns()).isGreaterThan(3);
        assertThat(counts(ended))
                .isEqualTo(
                        new Counts(1_718, 1_701, 17, text.length() + line(5_000).length()));
        assertThat(ended.step())
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("ItemValidationError"));
        TableDefinition filled = Objects.requireNonNull(fixture.backend.tables().find(target.address()));
        assertThat(filled.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(fixture.contents(filled, KeyRange.TABLE)).hasSize(1_701);
        assertThat(fixture.contents(filled, TransferFixture.SLOT)).hasSize(1_701);
    }

    /** What can be read is imported, and the next object too. */
    @Test
    void import_damagedObjects_areCountedErrors() throws IOException {
        byte[] whole = gzip(line(1) + line(2) + incompressible() + line(3));
        write("in/a-truncated", Arrays.copyOf(whole, whole.length - 40_000));
        write("in/b-foreign", bytes("no gzip at all"));
        byte[] corrupt = whole.clone();
        corrupt[corrupt.length / 2] ^= 0x55;
        corrupt[corrupt.length - 5] ^= 0x55;
        write("in/c-corrupt", corrupt);
        write("in/d-empty", new byte[0]);
        write("in/e-whole", gzip(line(4)));
        write("in/f-folder/", null);
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(gzip(line(5)));
        two.write(gzip(line(6)));
        write("in/g-two-members", two.toByteArray());

        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(counts(ended).errors()).isGreaterThanOrEqualTo(4);
        assertThat(fixture.contents(table(ended), KeyRange.TABLE).values())
                .contains(
                        TransferFixture.item(1, "v"),
                        TransferFixture.item(2, "v"),
                        TransferFixture.item(4, "v"),
                        TransferFixture.item(5, "v"),
                        TransferFixture.item(6, "v"));
    }

    @Test
    void import_itemsTheTableCannotHave_areCountedErrors() throws IOException {
        write(
                "in/a",
                bytes("{\"Item\":{\"city\":{\"S\":\"no key\"}}}\n" + "{\"Item\":{\"pk\":{\"N\":\"1\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"a\"},\"city\":{\"N\":\"1\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"" + "k".repeat(2_049) + "\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"big\"},\"x\":{\"S\":\"" + "x".repeat(410_000) + "\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"deep\"},\"x\":" + "{\"L\":[".repeat(40) + "]}".repeat(40) + "}}\n"
                        + line(1) + line(1).replace("\"v\"}", "\"last\"}")));

        Ended ended = importAll("DYNAMODB_JSON", "NONE");

        assertThat(counts(ended).errors()).isEqualTo(7);
        assertThat(counts(ended).imported()).isEqualTo(2);
        assertThat(fixture.contents(table(ended), KeyRange.TABLE).values())
                .containsExactly(TransferFixture.item(1, "last"));
    }

    @Test
    void import_zstdAndCsv_areRead() throws IOException {
        write("in/a.zst", Zstd.compress(bytes("pk;city;n\n1;x;5\n2;;6\n")));
        TableDefinition target = fixture.newTable(TableStatus.CREATING);

        Ended ended = fixture.run(fixture.importJob(target, "in/", "CSV", "ZSTD", new CsvMembers(";", null)), ALWAYS);

        assertThat(ended.step()).isEqualTo(new JobStep.Completed());
        assertThat(fixture.contents(table(ended), KeyRange.TABLE).values())
                .containsExactlyInAnyOrder(
                        "{\"pk\":{\"S\":\"1\"},\"city\":{\"S\":\"x\"},\"n\":{\"S\":\"5\"}}",
                        "{\"pk\":{\"S\":\"2\"},\"n\":{\"S\":\"6\"}}");
    }

    /** A gigabyte of one letter is a megabyte of gzip, or less of zstd: it is read over. */
    @Test
    void import_decompressionBomb_isACountedError() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] some = new byte[1 << 20];
            Arrays.fill(some, (byte) 'x');
            for (int i = 0; i < 400; i++) {
                gzip.write(some);
            }
        }
        write("in/a-bomb", bomb.toByteArray());
        write("in/b", gzip(line(1)));

        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(counts(ended).errors()).isEqualTo(1);
        assertThat(counts(ended).imported()).isEqualTo(1);
    }

    @Test
    void import_nothingThere_failsWithATableThatCanBeUsed() throws IOException {
        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(ended.step())
                .isInstanceOfSatisfying(
                        JobStep.Failed.class,
                        failed -> assertThat(failed.failure().code()).isEqualTo("S3NoSuchKey"));
        assertThat(table(ended).status()).isEqualTo(TableStatus.ACTIVE);
    }

    /** Its server died before there was a job. */
    @Test
    void unfilledTable_withoutAJob_isRemovedAfterAWhile() {
        TableDefinition orphan = fixture.newTable(TableStatus.CREATING);
        TableDefinition young = fixture.newTable(TableStatus.CREATING);
        TableDefinition used = fixture.newTable(TableStatus.ACTIVE);
        fixture.age(orphan);
        fixture.age(used);

        fixture.unfilled.remove();

        assertThat(fixture.backend.tables().find(orphan.address())).isNull();
        assertThat(fixture.backend.tables().find(young.address())).isNotNull();
        assertThat(fixture.backend.tables().find(used.address())).isNotNull();
    }

    private Ended importAll(String format, String compression) throws IOException {
        TableDefinition target = fixture.newTable(TableStatus.CREATING);
        return fixture.run(fixture.importJob(target, "in/", format, compression), ALWAYS);
    }

    private TableDefinition table(Ended ended) {
        return Objects.requireNonNull(fixture.backend.tables().find(ended.job().table()));
    }

    private static Counts counts(Ended ended) {
        return ImportCheckpoint.ofJson(ended.job().checkpoint()).counts();
    }

    private static String line(int number) {
        return "{\"Item\":" + TransferFixture.item(number, "v") + "}\n";
    }

    private static String incompressible() {
        StringBuilder lines = new StringBuilder();
        Random random = new Random(3);
        for (int i = 0; i < 1_000; i++) {
            byte[] noise = new byte[60];
            random.nextBytes(noise);
            lines.append("{\"Item\":")
                    .append(TransferFixture.item(1_000 + i, Base64.getEncoder().encodeToString(noise)))
                    .append("}\n");
        }
        return lines.toString();
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(bytes(text));
        }
        return bytes.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private void write(String key, byte @Nullable [] bytes) throws IOException {
        Path file = fixture.bucket.resolve(key);
        Files.createDirectories(bytes == null ? file : file.getParent());
        if (bytes != null) {
            Files.write(file, bytes);
        }
    }

    private List<String> files(String prefix) throws IOException {
        try (Stream<Path> files = Files.list(fixture.bucket.resolve(prefix))) {
            return files.map(file -> fixture.bucket.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    private List<String> lines(String prefix) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String file : files(prefix)) {
            byte[] bytes = Files.readAllBytes(fixture.bucket.resolve(file));
            try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
                new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().forEach(lines::add);
            }
        }
        return lines;
    }

    private static String md5(byte[] bytes) {
        return Base64.getEncoder().encodeToString(DataFileWriter.md5().digest(bytes));
    }
}
