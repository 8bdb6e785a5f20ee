package org.extenddb.engine.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class ExportPeriodTest {
    private final TableServer server = new TableServer();

    @Test
    void export_ofATooShortPeriod_isRefused() {
        assertThat(post(
                        "CreateTable",
                        "{\"TableName\":\"abc\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
                                + "[{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}],\"KeySchema\":"
                                + "[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}]}"))
                .startsWith("<");
        assertThat(post(
                        "UpdateContinuousBackups",
                        "{\"TableName\":\"abc\",\"PointInTimeRecoverySpecification\":"
                                + "{\"PointInTimeRecoveryEnabled\":true}}"))
                .contains("ENABLED");

        long from = Instant.now().getEpochSecond() + 1;
        assertThat(post(
                        "ExportTableToPointInTime",
                        "{\"TableArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/abc\",\"S3Bucket\":\"bucket\","
                                + "\"ExportType\":\"INCREMENTAL_EXPORT\",\"IncrementalExportSpecification\":"
                                + "{\"ExportFromTime\":" + from + "}}"))
                .isEqualTo(
                        "! InvalidExportTimeException Difference between export period from time and export period to"
                                + " time is less than 15 minutes");
    }

    @Test
    void export_asOfATimeOfWhichNothingIsKept_isRefused() {
        post(
                "CreateTable",
                "{\"TableName\":\"abc\",\"BillingMode\":\"PAY_PER_REQUEST\",\"AttributeDefinitions\":"
                        + "[{\"AttributeName\":\"a\",\"AttributeType\":\"S\"}],\"KeySchema\":"
                        + "[{\"AttributeName\":\"a\",\"KeyType\":\"HASH\"}]}");
        Instant created = Instant.now();
        while (!server.backend.history().now().isAfter(created.plusMillis(2))) {
            Thread.onSpinWait();
        }
        post(
                "UpdateContinuousBackups",
                "{\"TableName\":\"abc\",\"PointInTimeRecoverySpecification\":"
                        + "{\"PointInTimeRecoveryEnabled\":true}}");

        assertThat(exported(created))
                .isEqualTo("! InvalidExportTimeException Point in Time Recovery is not available for specified export"
                        + " time");
        assertThat(exported(created.minusSeconds(3_600)))
                .isEqualTo("! InvalidExportTimeException Export Time is invalid");
        assertThat(exported(created.plusSeconds(3_600)))
                .isEqualTo("! InvalidExportTimeException Export Time is invalid");
    }

    private String exported(Instant time) {
        return post(
                "ExportTableToPointInTime",
                "{\"TableArn\":\"arn:aws:dynamodb:us-east-1:000000000000:table/abc\",\"S3Bucket\":\"bucket\","
                        + "\"ExportTime\":" + time.getEpochSecond() + "." + "%03d".formatted(time.getNano() / 1_000_000)
                        + "}");
    }

    private String post(String operation, String json) {
        return TableOperationsGoldenTest.shown(server.post(operation, json)).strip();
    }
}
