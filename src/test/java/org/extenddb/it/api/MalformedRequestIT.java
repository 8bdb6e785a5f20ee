package org.extenddb.it.api;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.extenddb.it.api.RawClient.Call;
import org.extenddb.it.server.ServerUnderTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bad input gets DynamoDB's own error and never a 5xx. */
class MalformedRequestIT {
    private static final int DAMAGED = 300;

    private final RawClient client = new RawClient(ServerUnderTest.started());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PutItem | {"TableName":"t"                                  | SerializationException
            PutItem | not json                                          | SerializationException
            PutItem | []                                                | SerializationException
            PutItem | {"TableName":5}                                   | SerializationException
            PutItem | {"TableName":"ttt","Item":"x"}                    | SerializationException
            PutItem | {"TableName":"ttt","Item":{"pk":{"S":5}}}         | SerializationException
            GetItem | {"TableName":"t!"}                                | ValidationException
            GetItem | {}                                                | ValidationException
            GetItem | {"TableName":"no-such-table","Key":{"pk":{"S":"a"}},"Unknown":1} | ResourceNotFoundException
            PutItem | {"TableName":"ttt","Item":{"pk":{"N":"abc"}}}     | ValidationException
            PutItem | {"TableName":"ttt","Item":{"pk":{}}}              | ValidationException
            Scan    | {"TableName":"ttt","Limit":0}                     | ValidationException
            NoSuchOperation | {}                                        | UnknownOperationException
            """)
    void badBody_isAnsweredWithItsError(String operation, String body, String error) throws Exception {
        HttpResponse<byte[]> response = client.send(Call.of(operation, body));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RawClient.text(response)).contains("#" + error + "\"");
        assertThat(response.headers().firstValue("x-amzn-requestid"))
                .get()
                .asString()
                .hasSize(52);
    }

    @Test
    void signature_ofAnotherBody_isRefused() throws Exception {
        Call signed = client.signed(Call.of("ListTables", "{}"));

        HttpResponse<byte[]> response =
                client.sendUnsigned(new Call(signed.headers(), "{ }".getBytes(UTF_8), signed.clock()));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RawClient.text(response)).contains("#InvalidSignatureException");
    }

    @Test
    void signature_missing_isRefused() throws Exception {
        HttpResponse<byte[]> response = client.sendUnsigned(Call.of("ListTables", "{}"));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RawClient.text(response)).contains("#MissingAuthenticationTokenException");
    }

    @Test
    void signature_twentyMinutesOld_isExpired() throws Exception {
        HttpResponse<byte[]> response =
                client.send(Call.of("ListTables", "{}").at(Clock.offset(Clock.systemUTC(), Duration.ofMinutes(-20))));

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(RawClient.text(response)).contains("#InvalidSignatureException", "Signature expired");
    }

    @Test
    void body_over16MiB_isRefused() throws Exception {
        HttpResponse<byte[]> response = client.send(Call.of("PutItem", new byte[17 * 1024 * 1024]));

        assertThat(response.statusCode()).isBetween(400, 413);
    }

    @Test
    void body_gzipped_isRead_andAnswerIsGzippedWithItsChecksum() throws Exception {
        HttpResponse<byte[]> response = client.send(Call.of("ListTables", gzip("{}"))
                .with("content-encoding", "gzip")
                .with("accept-encoding", "gzip"));

        assertThat(response.statusCode()).isEqualTo(200);
        byte[] body = response.body();
        CRC32 crc = new CRC32();
        crc.update(body);
        assertThat(response.headers().firstValue("x-amz-crc32")).contains(Long.toString(crc.getValue()));
        if (response.headers().firstValue("content-encoding").isPresent()) {
            body = new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes();
        }
        assertThat(new String(body, UTF_8)).contains("TableNames");
    }

    @Test
    void body_randomlyDamaged_isNeverAServerError_andLeavesNoMoreThanALineInTheLog() throws Exception {
        String table = Tables.hashOnly(AwsClient.dynamoDb(), "damaged");
        byte[] good = """
                {"TableName":"%s","Item":{"pk":{"S":"a"},"n":{"N":"1.5"},"l":{"L":[{"BOOL":true},{"M":{"x":{"NULL":true}}}]},\
                "s":{"SS":["a","b"]},"b":{"B":"AAEC"}},"ConditionExpression":"attribute_not_exists(pk) OR #n < :v",\
                "ExpressionAttributeNames":{"#n":"n"},"ExpressionAttributeValues":{":v":{"N":"5"}},"ReturnValues":"ALL_OLD"}""".formatted(table).getBytes(UTF_8);
        long seed = System.nanoTime();
        Random random = new Random(seed);
        int loggedBefore = ServerUnderTest.started().logged().size();
        for (int i = 0; i < DAMAGED; i++) {
            byte[] bad = good.clone();
            for (int change = random.nextInt(3); change >= 0; change--) {
                bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
            }
            HttpResponse<byte[]> response = client.send(Call.of("PutItem", bad));
            assertThat(response.statusCode())
                    .as("seed %d, body %s: %s", seed, new String(bad, UTF_8), RawClient.text(response))
                    .isLessThan(500);
        }
        List<String> logged = ServerUnderTest.started().logged();
        assertThat(logged.subList(loggedBefore, logged.size()))
                .hasSizeLessThanOrEqualTo(DAMAGED)
                .noneMatch(line -> line.contains("\tat ") || line.contains(" E EXDB"));
    }

    private static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(text.getBytes(UTF_8));
        }
        return bytes.toByteArray();
    }
}
