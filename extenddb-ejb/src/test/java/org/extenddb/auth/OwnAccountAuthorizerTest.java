package org.extenddb.auth;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.extenddb.core.iam.AccessRequest;
import org.extenddb.core.iam.Caller;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.model.Region;
import org.junit.jupiter.api.Test;

class OwnAccountAuthorizerTest {
    private final Authorizer authorizer = new OwnAccountAuthorizer();
    private final Authenticated root =
            new Authenticated(Caller.root(new AccountId("000000000000"), "AKID"), new Region("us-east-1"));

    @Test
    void authorize_ownTableAndWildcard_isAllowed() {
        List<AccessRequest> requests = List.of(
                new AccessRequest("dynamodb:ListTables", "*"),
                new AccessRequest("dynamodb:GetItem", "arn:aws:dynamodb:us-east-1:000000000000:table/Music"));

        assertThatCode(() -> authorizer.authorize(root, requests)).doesNotThrowAnyException();
    }

    @Test
    void authorize_tableOfAnotherAccount_isDeniedInAwsWords() {
        String table = "arn:aws:dynamodb:us-east-1:111122223333:table/Music";

        assertThatThrownBy(() -> authorizer.authorize(root, List.of(new AccessRequest("dynamodb:GetItem", table))))
                .hasMessage(
                        "User: arn:aws:iam::000000000000:root is not authorized to perform: dynamodb:GetItem on resource: "
                                + table + " because no resource-based policy allows the dynamodb:GetItem action");
    }

    @Test
    void authorize_resourceThatIsNoArn_isDenied() {
        assertThatThrownBy(() ->
                        authorizer.authorize(root, List.of(new AccessRequest("dynamodb:GetItem", "000000000000"))))
                .hasMessageContaining("not authorized");
    }
}
