package org.extenddb.core.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.extenddb.core.key.ItemKey;
import org.extenddb.core.key.ItemKeys;
import org.extenddb.core.key.KeyEncoder;
import org.extenddb.core.model.AttributeValue;
import org.extenddb.core.model.AttributeValue.NumberValue;
import org.extenddb.core.model.AttributeValue.StringValue;
import org.extenddb.core.model.ByteString;
import org.extenddb.core.model.DynamoNumber;
import org.extenddb.core.model.IndexDefinition;
import org.extenddb.core.model.Item;
import org.extenddb.core.model.KeyAttribute;
import org.extenddb.core.model.KeySchema;
import org.extenddb.core.model.Projection;
import org.extenddb.core.model.ScalarType;
import org.extenddb.core.model.TableStatus;
import org.junit.jupiter.api.Test;

class IndexEntriesTest {
    private static final AttributeValue A = new StringValue("a");
    private static final AttributeValue ONE = new NumberValue(DynamoNumber.of(1));
    private static final KeyAttribute PK = new KeyAttribute("pk", ScalarType.S);
    private static final KeyAttribute SK = new KeyAttribute("sk", ScalarType.N);
    private static final IndexDefinition GSI = index(new KeySchema(
            List.of(new KeyAttribute("h1", ScalarType.S), new KeyAttribute("h2", ScalarType.N)),
            List.of(new KeyAttribute("r1", ScalarType.S), new KeyAttribute("r2", ScalarType.N))));

    @Test
    void of_everyKeyAttribute_isInTheIndex() {
        Item item = new Item(Map.of("h1", A, "h2", ONE, "r1", A, "r2", ONE, "other", A));

        assertThat(IndexEntries.of(GSI, item))
                .isEqualTo(new IndexEntry(
                        7, KeyEncoder.partition(List.of(A, ONE)), KeyEncoder.encodeAll(List.of(A, ONE))));
    }

    @Test
    void of_keyAttributeMissingOrWrongOrEmpty_isNotInTheIndex() {
        assertThat(IndexEntries.of(GSI, new Item(Map.of("h1", A, "h2", ONE, "r1", A))))
                .isNull();
        assertThat(IndexEntries.of(GSI, new Item(Map.of("h1", A, "h2", A, "r1", A, "r2", ONE))))
                .isNull();
        assertThat(IndexEntries.of(GSI, new Item(Map.of("h1", new StringValue(""), "h2", ONE, "r1", A, "r2", ONE))))
                .isNull();
    }

    /** The sum of all attributes counts, not each of them: a number of one digit has two bytes. */
    @Test
    void of_rangeAttributesOf1024BytesTogether_isInTheIndexAndOf1025IsNot() {
        Item fits = new Item(Map.of("h1", A, "h2", ONE, "r1", new StringValue("r".repeat(1022)), "r2", ONE));
        Item exceeds = new Item(Map.of("h1", A, "h2", ONE, "r1", new StringValue("r".repeat(1023)), "r2", ONE));

        assertThat(IndexEntries.of(GSI, fits)).isNotNull();
        assertThat(IndexEntries.violates(GSI, fits)).isFalse();
        assertThat(IndexEntries.of(GSI, exceeds)).isNull();
        assertThat(IndexEntries.violates(GSI, exceeds)).isTrue();
    }

    @Test
    void of_hashAttributesOf2048BytesTogether_isInTheIndexAndOf2049IsNot() {
        Item fits = new Item(Map.of("h1", new StringValue("h".repeat(2046)), "h2", ONE, "r1", A, "r2", ONE));
        Item exceeds = new Item(Map.of("h1", new StringValue("h".repeat(2047)), "h2", ONE, "r1", A, "r2", ONE));

        assertThat(IndexEntries.of(GSI, fits)).isNotNull();
        assertThat(IndexEntries.violates(GSI, exceeds)).isTrue();
    }

    @Test
    void of_localIndex_sharesTheTablesPartition() {
        Item item = new Item(Map.of("pk", A, "sk", ONE, "other", A));
        IndexDefinition local = index(KeySchema.of(PK, new KeyAttribute("other", ScalarType.S)));

        assertThat(IndexEntries.of(local, item).partition())
                .isEqualTo(ItemKeys.of(KeySchema.of(PK, SK), item).partition());
    }

    @Test
    void itemKey_hashOnlyTable_hasAnEmptySortKey() {
        assertThat(ItemKeys.of(KeySchema.of(PK, null), new Item(Map.of("pk", A))))
                .isEqualTo(new ItemKey(KeyEncoder.partition(List.of(A)), ByteString.EMPTY));
    }

    @Test
    void itemKey_missingAttribute_isAnError() {
        assertThatThrownBy(() -> ItemKeys.of(KeySchema.of(PK, SK), Map.of("pk", A)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void attributes_ofAnItem_areItsKeyAlone() {
        Item item = new Item(Map.of("other", A, "sk", ONE, "pk", A));

        assertThat(ItemKeys.attributes(KeySchema.of(PK, SK), item))
                .containsExactly(Map.entry("pk", A), Map.entry("sk", ONE));
    }

    private static IndexDefinition index(KeySchema schema) {
        return new IndexDefinition(
                "ix", IndexDefinition.Kind.GLOBAL, schema, Projection.ALL, null, TableStatus.ACTIVE, 7);
    }
}
