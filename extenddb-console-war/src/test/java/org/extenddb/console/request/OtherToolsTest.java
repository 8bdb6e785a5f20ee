package org.extenddb.console.request;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import org.extenddb.console.value.JsonText;
import org.junit.jupiter.api.Test;

class OtherToolsTest {
    private static final JsonObject TABLE = JsonText.parse("""
            {"TableName":"Orders","AttributeDefinitions":[{"AttributeName":"pk","AttributeType":"S"}],
             "KeySchema":[{"AttributeName":"pk","KeyType":"HASH"}],"BillingMode":"PAY_PER_REQUEST",
             "StreamSpecification":{"StreamEnabled":true,"StreamViewType":"NEW_IMAGE"},
             "Tags":[{"Key":"team","Value":"${x}"}],"DeletionProtectionEnabled":true}""");

    @Test
    void awsCli_request_isACommandForAShell() {
        assertThat(AwsCli.of("Query", JsonText.parse("""
                {"TableName":"it's","IndexName":"by-day","ScanIndexForward":false,"ConsistentRead":true,"Limit":5}"""))).isEqualTo("""
                        aws dynamodb query \\
                          --table-name 'it'\\''s' \\
                          --index-name by-day \\
                          --no-scan-index-forward \\
                          --consistent-read \\
                          --limit 5""");
    }

    @Test
    void awsCli_abbreviations_areOneWord() {
        assertThat(AwsCli.kebab("SSESpecification")).isEqualTo("sse-specification");
        assertThat(AwsCli.kebab("BillingMode")).isEqualTo("billing-mode");
    }

    @Test
    void terraform_table_isAResource() {
        assertThat(Terraform.of(TABLE, "expires")).isEqualTo("""
                resource "aws_dynamodb_table" "orders" {
                  name = "Orders"
                  billing_mode = "PAY_PER_REQUEST"
                  hash_key = "pk"

                  attribute {
                    name = "pk"
                    type = "S"
                  }
                  stream_enabled = true
                  stream_view_type = "NEW_IMAGE"
                  deletion_protection_enabled = true

                  ttl {
                    attribute_name = "expires"
                    enabled = true
                  }

                  tags = {
                    "team" = "$${x}"
                  }
                }""");
    }

    @Test
    void javaCode_query_isABuilder() {
        assertThat(JavaCode.of("Query", JsonText.parse("""
                {"TableName":"t","ExpressionAttributeNames":{"#n1":"p\\"k"},"ExpressionAttributeValues":{":v1":{"N":"1"}},"Limit":5}"""))).isEqualTo("""
                        QueryResponse response = client.query(QueryRequest.builder()
                                .tableName("t")
                                .expressionAttributeNames(Map.ofEntries(Map.entry("#n1", "p\\"k")))
                                .expressionAttributeValues(Map.ofEntries(Map.entry(":v1", AttributeValue.fromN("1"))))
                                .limit(5)
                                .build());""");
    }
}
