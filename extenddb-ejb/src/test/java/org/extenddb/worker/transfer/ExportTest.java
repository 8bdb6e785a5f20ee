package org.extenddb.worker.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.api.transfer.IncrementalMembers;
import org.extenddb.core.job.Job;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.worker.job.JobLostException;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.transfer.TransferFixture.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports, whole and incremental. */
class ExportTest {
    @TempDir
    Path root;

    private TransferFixture fixture;
    private BucketFiles files;

    @BeforeEach
    void setUp() throws IOException {
        fixture = new TransferFixture(root);
        files = new BucketFiles(fixture.bucket);
    }

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

        Ended export = fixture.run(fixture.exportJob(table, format, null, time), TransferFixture.ALWAYS);
        assertThat(export.step()).isEqualTo(new JobStep.Completed());
        assertThat(export.job().progress().done()).isEqualTo(101);

        TableDefinition target = fixture.newTable(TableStatus.CREATING);
        String data = "some/prefix/AWSDynamoDB/" + export.job().id() + "/data/";
        Ended imported = fixture.run(fixture.importJob(target, data, format, "GZIP"), TransferFixture.ALWAYS);

        assertThat(imported.step()).isEqualTo(new JobStep.Completed());
        Counts counts = TransferFixture.counts(imported);
        assertThat(counts.processed()).isEqualTo(101);
        assertThat(counts.imported()).isEqualTo(101);
        assertThat(counts.errors()).isZero();
        assertThat(counts.bytes())
                .isEqualTo(files.lines(data).stream()
                        .mapToLong(line -> BucketFiles.bytes(line).length + 1L)
                        .sum());
        TableDefinition filled = Objects.requireNonNull(fixture.backend.tables().find(target.address()));
        assertThat(filled.status()).isEqualTo(TableStatus.ACTIVE);
        assertThat(fixture.contents(filled, KeyRange.TABLE)).isEqualTo(then);
        assertThat(fixture.contents(filled, TransferFixture.SLOT)).isEqualTo(indexThen);
    }

    /** It was thought dead, another server has done its job, and it goes on where it was. */
    @Test
    void export_goneOnWithByAServerThatHasLostIt_staysAsTheOtherHasMadeIt() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        for (int i = 0; i < 50; i++) {
            fixture.put(table, i, "x");
        }
        Job job = fixture.exportJob(
                table, "DYNAMODB_JSON", null, fixture.backend.history().now());
        String folder = "some/prefix/AWSDynamoDB/" + job.id() + "/";

        for (int survived : List.of(1, 2, 3)) {
            assertThatExceptionOfType(JobLostException.class).isThrownBy(() -> fixture.runUntilLost(job, survived));
            assertThat(files.lines(folder + "data/")).hasSize(50);
            assertThat(files.list(folder + "data/"))
                    .singleElement()
                    .satisfies(file -> assertThat(files.text(folder + "manifest-files.json"))
                            .contains(file));
        }
    }

    /** They share a folder. */
    @Test
    void incrementalExport_afterAnother_leavesTheOthersFiles() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        Instant from = fixture.backend.history().now();
        fixture.put(table, 1, "x");
        Instant to = fixture.backend.history().now();
        IncrementalMembers period = new IncrementalMembers(from, to, null);

        fixture.run(fixture.exportJob(table, "DYNAMODB_JSON", period, to), TransferFixture.ALWAYS);
        fixture.run(fixture.exportJob(table, "DYNAMODB_JSON", period, to), TransferFixture.ALWAYS);

        assertThat(files.list("some/prefix/AWSDynamoDB/data/")).hasSize(2);
    }

    @Test
    void export_layout_isThatOfAws() throws IOException {
        TableDefinition table = fixture.newRecoverableTable();
        fixture.put(table, 1, "x");
        Instant time = fixture.backend.history().now();
        Ended export = fixture.run(fixture.exportJob(table, "DYNAMODB_JSON", null, time), TransferFixture.ALWAYS);

        String folder = "some/prefix/AWSDynamoDB/" + export.job().id() + "/";
        List<String> data = files.list(folder + "data/");
        assertThat(data).singleElement().asString().matches(folder + "data/[0-9a-v]{26}\\.json\\.gz");
        assertThat(files.lines(folder + "data/")).containsExactly("{\"Item\":" + TransferFixture.item(1, "x") + "}");
        assertThat(fixture.bucket.resolve(folder + "_started")).isEmptyFile();
        byte[] file = files.read(data.get(0));
        assertThat(files.text(folder + "manifest-files.json"))
                .matches("\\{\"itemCount\":1,\"md5Checksum\":\"\\Q" + BucketFiles.md5(file)
                        + "\\E\",\"etag\":\"[^\"]+\",\"dataFileS3Key\":\"\\Q" + data.get(0) + "\\E\"}\n");
        for (String manifest : List.of("manifest-files", "manifest-summary")) {
            byte[] text = files.read(folder + manifest + ".json");
            assertThat(fixture.bucket.resolve(folder + manifest + ".md5")).hasContent(BucketFiles.md5(text));
        }
        assertThat(files.text(folder + "manifest-summary.json"))
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
                TransferFixture.ALWAYS);

        String data = "some/prefix/AWSDynamoDB/" + export.job().id() + "/data/";
        assertThat(files.list(data)).hasSize(1);
        assertThat(files.lines(data)).isEmpty();
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
        assertThat(files.list(data)).hasSizeGreaterThan(1);
        assertThat(files.lines(data))
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
                TransferFixture.ALWAYS);

        assertThat(export.step())
                .isEqualTo(new JobStep.Failed("S3NoSuchBucket", "The specified bucket does not exist"));
    }

    @Test
    void export_incremental_tellsWhatChangedInBetween() throws IOException {
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
                fixture.exportJob(table, "DYNAMODB_JSON", new IncrementalMembers(from, to, null), to),
                TransferFixture.ALWAYS);

        assertThat(export.job().progress().done()).isEqualTo(3);
        assertThat(files.lines("some/prefix/AWSDynamoDB/data/"))
                .map(line -> line.replaceAll("\\{\"N\":\"[0-9]{16}\"}", "TIME"))
                .containsExactlyInAnyOrder(
                        record(
                                1,
                                ",\"OldImage\":" + TransferFixture.item(1, "first") + ",\"NewImage\":"
                                        + TransferFixture.item(1, "third")),
                        record(2, ",\"OldImage\":" + TransferFixture.item(2, "first")),
                        record(7, ",\"NewImage\":" + TransferFixture.item(7, "new")));
        assertThat(files.text("some/prefix/AWSDynamoDB/" + export.job().id() + "/manifest-summary.json"))
                .contains("\"version\":\"2023-08-01\"", "\"exportFromTime\":\"", "\"exportToTime\":\"")
                .endsWith("\"outputView\":\"NEW_AND_OLD_IMAGES\",\"exportType\":\"INCREMENTAL_EXPORT\"}");
    }

    /** A time as clients have it, down to the millisecond: what was done before is before it, what follows is after it. */
    private Instant moment() {
        Instant before = fixture.backend.history().now();
        Instant moment = before;
        while (!moment.isAfter(before)) {
            moment = fixture.backend.history().now().truncatedTo(ChronoUnit.MILLIS);
        }
        while (!fixture.backend.history().now().isAfter(moment)) {
            Thread.onSpinWait();
        }
        return moment;
    }

    private static String record(int number, String images) {
        return "{\"Metadata\":{\"WriteTimestampMicros\":TIME},\"Keys\":{\"pk\":{\"S\":\"k" + number + "\"}}" + images
                + "}";
    }
}
