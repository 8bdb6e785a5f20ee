package org.extenddb.core.iam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** How large a document may be, whatever its white space. */
class PolicyLimitsTest {
    private static final int MAX_TEXT = 2048;

    private static String withResource(String resource) {
        return "{\"Statement\":{\"Effect\":\"Allow\",\"Action\":\"s3:*\",\"Resource\":\"" + resource + "\"}}";
    }

    private static void assertMalformed(String json, PolicyUse use) {
        assertThatThrownBy(() -> PolicyDocument.parse(json, use)).isInstanceOf(MalformedPolicyException.class);
    }

    @Test
    void parse_longText_isMalformed() {
        String arn = "arn:aws:s3:::";
        String longest = arn + "x".repeat(MAX_TEXT - arn.length());

        assertThat(PolicyDocument.parse(withResource(longest)).statements()).hasSize(1);
        assertMalformed(withResource(longest + "x"), PolicyUse.IDENTITY);
    }

    @Test
    void parse_longName_isMalformed() {
        String condition = ",\"Condition\":{\"StringEquals\":{\"aws:" + "x".repeat(MAX_TEXT) + "\":\"y\"}}}}";
        assertMalformed(withResource("*").replace("}}", condition), PolicyUse.IDENTITY);
    }

    @Test
    void parse_whiteSpaceWithoutEnd_isMalformed() {
        String document = withResource("*");
        assertThat(PolicyDocument.parse(document + " ".repeat(4 * 10_240 - document.length()))
                        .size())
                .isEqualTo(document.length());
        assertMalformed(document + " ".repeat(4 * 10_240), PolicyUse.IDENTITY);
        assertThatThrownBy(() -> TrustPolicy.parse(" ".repeat(4 * 2048) + document))
                .isInstanceOf(MalformedPolicyException.class);
    }
}
