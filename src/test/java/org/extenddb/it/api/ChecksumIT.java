package org.extenddb.it.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import org.extenddb.it.api.RawClient.Call;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

/** x-amz-crc32 is the checksum of an answer's bytes as sent, packed or not; the SDK checks it so before it unpacks them. */
class ChecksumIT {
    private static final String LONG = "abcdefgh".repeat(2_000);

    private final DynamoDbClient dynamoDb = AwsClient.dynamoDb();
    private final RawClient client = new RawClient(ServerUnderTest.started());
    private final String table = Tables.hashOnly(dynamoDb, "checksum");

    @Test
    void answer_gzipped_isSummedAsPacked() throws Exception {
        putLong();

        HttpResponse<byte[]> response = client.send(getItem().with("accept-encoding", "gzip"));

        assertThat(response.headers().firstValue("content-encoding")).contains("gzip");
        assertThat(response.headers().firstValue("x-amz-crc32")).contains(crc32(response.body()));
        assertThat(unpacked(response.body())).contains(LONG);
    }

    @Test
    void answer_plain_isSummedAsItIs() throws Exception {
        putLong();

        HttpResponse<byte[]> response = client.send(getItem());

        assertThat(response.headers().firstValue("content-encoding")).isEmpty();
        assertThat(response.headers().firstValue("x-amz-crc32")).contains(crc32(response.body()));
        assertThat(RawClient.text(response)).contains(LONG);
    }

    @Test
    void answer_gzipped_passesTheCheckOfTheSdk() {
        putLong();

        Map<String, ?> item = dynamoDb.getItem(r -> r.tableName(table)
                        .key(Map.of("pk", Tables.s("a")))
                        .overrideConfiguration(o -> o.putHeader("Accept-Encoding", "gzip")))
                .item();

        assertThat(item.get("long")).isEqualTo(Tables.s(LONG));
    }

    private void putLong() {
        dynamoDb.putItem(r -> r.tableName(table).item(Map.of("pk", Tables.s("a"), "long", Tables.s(LONG))));
    }

    private Call getItem() {
        return Call.of("GetItem", "{\"TableName\":\"" + table + "\",\"Key\":{\"pk\":{\"S\":\"a\"}}}");
    }

    private static String crc32(byte[] bytes) {
        CRC32 crc = new CRC32();
        crc.update(bytes);
        return Long.toString(crc.getValue());
    }

    private static String unpacked(byte[] bytes) throws IOException {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return new String(in.readAllBytes(), UTF_8);
        }
    }
}
