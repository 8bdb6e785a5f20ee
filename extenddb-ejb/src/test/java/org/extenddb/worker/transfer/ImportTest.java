package org.extenddb.worker.transfer;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Objects;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.extenddb.core.api.transfer.CsvMembers;
import org.extenddb.core.api.transfer.ImportCheckpoint.Counts;
import org.extenddb.core.model.TableDefinition;
import org.extenddb.core.model.TableStatus;
import org.extenddb.core.storage.KeyRange;
import org.extenddb.worker.job.JobStep;
import org.extenddb.worker.transfer.TransferFixture.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Imports, of good objects and bad ones. */
class ImportTest {
    @TempDir
    Path root;

    private TransferFixture fixture;
    private BucketFiles files;

    @BeforeEach
    void setUp() throws IOException {
        fixture = new TransferFixture(root);
        files = new BucketFiles(fixture.bucket);
    }

    @Test
    void import_brokenOffAgainAndAgain_countsAndImportsEveryItemOnce() throws IOException {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1_700; i++) {
            text.append(line(i)).append(i % 100 == 7 ? "not an item\n" : "");
        }
        files.write("in/a.gz", BucketFiles.gzip(text.toString()));
        files.write("in/b.gz", BucketFiles.gzip(line(5_000)));
        TableDefinition target = fixture.newTable(TableStatus.CREATING);

        Ended ended = fixture.run(fixture.importJob(target, "in/", "DYNAMODB_JSON", "GZIP"), 1);

        assertThat(ended.turns()).isGreaterThan(3);
        assertThat(TransferFixture.counts(ended))
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
        byte[] whole = BucketFiles.gzip(line(1) + line(2) + incompressible() + line(3));
        files.write("in/a-truncated", Arrays.copyOf(whole, whole.length - 40_000));
        files.write("in/b-foreign", BucketFiles.bytes("no gzip at all"));
        byte[] corrupt = whole.clone();
        corrupt[corrupt.length / 2] ^= 0x55;
        corrupt[corrupt.length - 5] ^= 0x55;
        files.write("in/c-corrupt", corrupt);
        files.write("in/d-empty", new byte[0]);
        files.write("in/e-whole", BucketFiles.gzip(line(4)));
        files.makeFolder("in/f-folder/");
        ByteArrayOutputStream two = new ByteArrayOutputStream();
        two.write(BucketFiles.gzip(line(5)));
        two.write(BucketFiles.gzip(line(6)));
        files.write("in/g-two-members", two.toByteArray());

        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(TransferFixture.counts(ended).errors()).isGreaterThanOrEqualTo(4);
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
        files.write(
                "in/a",
                BucketFiles.bytes("{\"Item\":{\"city\":{\"S\":\"no key\"}}}\n" + "{\"Item\":{\"pk\":{\"N\":\"1\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"a\"},\"city\":{\"N\":\"1\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"" + "k".repeat(2_049) + "\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"big\"},\"x\":{\"S\":\"" + "x".repeat(410_000) + "\"}}}\n"
                        + "{\"Item\":{\"pk\":{\"S\":\"deep\"},\"x\":" + "{\"L\":[".repeat(40) + "]}".repeat(40) + "}}\n"
                        + line(1) + line(1).replace("\"v\"}", "\"last\"}")));

        Ended ended = importAll("DYNAMODB_JSON", "NONE");

        assertThat(TransferFixture.counts(ended).errors()).isEqualTo(7);
        assertThat(TransferFixture.counts(ended).imported()).isEqualTo(2);
        assertThat(fixture.contents(table(ended), KeyRange.TABLE).values())
                .containsExactly(TransferFixture.item(1, "last"));
    }

    @Test
    void import_zstdAndCsv_areRead() throws IOException {
        files.write("in/a.zst", Zstd.compress(BucketFiles.bytes("pk;city;n\n1;x;5\n2;;6\n")));
        TableDefinition target = fixture.newTable(TableStatus.CREATING);

        Ended ended = fixture.run(
                fixture.importJob(target, "in/", "CSV", "ZSTD", new CsvMembers(";", null)), TransferFixture.ALWAYS);

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
        files.write("in/a-bomb", bomb.toByteArray());
        files.write("in/b", BucketFiles.gzip(line(1)));

        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(TransferFixture.counts(ended).errors()).isEqualTo(1);
        assertThat(TransferFixture.counts(ended).imported()).isEqualTo(1);
    }

    @Test
    void import_nothingThere_isAnEmptyTable() throws IOException {
        Ended ended = importAll("DYNAMODB_JSON", "GZIP");

        assertThat(ended.step()).isEqualTo(new JobStep.Completed());
        assertThat(TransferFixture.counts(ended)).isEqualTo(new Counts(0, 0, 0, 0));
        assertThat(table(ended).status()).isEqualTo(TableStatus.ACTIVE);
    }

    @Test
    void import_missingBucket_failsWithoutATable() throws IOException {
        Files.delete(fixture.bucket);

        Ended ended = importAll("DYNAMODB_JSON", "NONE");

        assertThat(ended.step()).isEqualTo(new JobStep.Failed("S3NoSuchBucket", "The specified bucket does not exist"));
        assertThat(fixture.backend.tables().find(ended.job().table())).isNull();
    }

    private Ended importAll(String format, String compression) throws IOException {
        TableDefinition target = fixture.newTable(TableStatus.CREATING);
        return fixture.run(fixture.importJob(target, "in/", format, compression), TransferFixture.ALWAYS);
    }

    private TableDefinition table(Ended ended) {
        return Objects.requireNonNull(fixture.backend.tables().find(ended.job().table()));
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
}
