package org.extenddb.engine.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.extenddb.core.iam.AccessDetails;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.iam.Evaluator;
import org.extenddb.core.iam.NamedPolicy;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.iam.Principal;
import org.extenddb.core.iam.PrincipalPolicies;
import org.extenddb.core.iam.RequestContext;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.junit.jupiter.api.Test;

class EveryItemTest {
    private static final String OWN =
            "{'Version':'2012-10-17','Statement':{'Effect':'Allow','Action':'dynamodb:*','Resource':'*',"
                    + "'Condition':{'ForAllValues:StringEquals':{'dynamodb:LeadingKeys':'bob'}}}}";

    /** The records of a stream are everybody's: whoever may see its own items alone must not read them. */
    @Test
    void decide_policyForOwnLeadingKeys_allowsNoAccessToEveryItem() {
        assertThat(isAllowed(new EveryItem())).isFalse();
        assertThat(isAllowed(AccessDetails.NONE)).isTrue();
    }

    private static boolean isAllowed(AccessDetails details) {
        AccountId account = new AccountId("123456789012");
        Principal bob =
                new Principal.User(account, "arn:aws:iam::123456789012:user/bob", "bob", "AIDAEXAMPLE", Map.of(), null);
        NamedPolicy policy = new NamedPolicy("own", PolicyDocument.parse(OWN.replace('\'', '"')));
        return Evaluator.decide(
                        new Caller(bob, "AKID", new PrincipalPolicies(List.of(policy), null, List.of())),
                        new AccessRequest(
                                "dynamodb:GetRecords",
                                "arn:aws:dynamodb:us-east-1:123456789012:table/T/stream/2026-01-01T00:00:00.000",
                                details),
                        new RequestContext("127.0.0.1", true, null, null, Instant.EPOCH, new Region("us-east-1")))
                .isAllowed();
    }
}
