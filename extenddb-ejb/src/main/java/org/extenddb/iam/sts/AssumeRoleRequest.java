package org.extenddb.iam.sts;

import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.extenddb.core.iam.PolicyDocument;
import org.extenddb.core.model.AccountId;
import org.extenddb.core.queryprotocol.FormParameters;
import org.extenddb.core.queryprotocol.MessagesIam;
import org.extenddb.core.queryprotocol.QueryError;
import org.extenddb.core.queryprotocol.QueryException;
import org.extenddb.core.validation.Violations;
import org.extenddb.iam.action.IamInput;
import org.jspecify.annotations.Nullable;

/**
 * What AssumeRole was asked for, checked as far as it can be without the role.
 *
 * @param roleAccount of the ARN
 * @param roleName of the ARN, without the path
 */
record AssumeRoleRequest(
        String roleArn,
        AccountId roleAccount,
        String roleName,
        String sessionName,
        int seconds,
        @Nullable String policy,
        List<String> policyArns,
        Map<String, String> tags,
        SortedSet<String> transitiveTagKeys,
        @Nullable String externalId,
        @Nullable String sourceIdentity) {
    private static final Pattern ROLE_ARN = Pattern.compile("arn:aws:iam::(\\d{12}):role/([!-~]+)");
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w+=,.@-]+");
    private static final Pattern SESSION_NAME = Pattern.compile("[\\w+=,.@-]*");
    private static final Pattern EXTERNAL_ID = Pattern.compile("[\\w+=,.@:\\/-]*");
    private static final int MIN_SECONDS = 900;
    private static final int MAX_SECONDS = 43_200;
    private static final int DEFAULT_SECONDS = 3600;
    private static final int MAX_ARN = 2048;
    private static final int MAX_POLICY = 2048;
    private static final int MAX_POLICY_ARNS = 10;

    static AssumeRoleRequest read(FormParameters in) {
        String roleArn = in.required("RoleArn");
        String sessionName = in.required("RoleSessionName");
        String externalId = in.find("ExternalId");
        String sourceIdentity = in.find("SourceIdentity");
        List<String> policyArns = in.structures("PolicyArns", it -> it.required("arn"));
        new Violations()
                .length("roleArn", roleArn, 20, MAX_ARN)
                .length("roleSessionName", sessionName, 2, 64)
                .pattern("roleSessionName", sessionName, SESSION_NAME)
                .size("policyArns", policyArns, policyArns.size(), 0, MAX_POLICY_ARNS)
                .length("policy", in.find("Policy"), 1, MAX_POLICY)
                .length("externalId", externalId, 2, 1224)
                .pattern("externalId", externalId, EXTERNAL_ID)
                .length("sourceIdentity", sourceIdentity, 2, 64)
                .pattern("sourceIdentity", sourceIdentity, SESSION_NAME)
                .check();
        Matcher arn = ROLE_ARN.matcher(roleArn);
        String roleName = roleArn.substring(roleArn.lastIndexOf('/') + 1);
        if (!arn.matches() || !ROLE_NAME.matcher(roleName).matches()) {
            throw QueryException.of(QueryError.VALIDATION_ERROR, MessagesIam.invalidArn(roleArn));
        }
        return new AssumeRoleRequest(
                roleArn,
                new AccountId(arn.group(1)),
                roleName,
                sessionName,
                IamInput.number(in, "DurationSeconds", MIN_SECONDS, MAX_SECONDS, DEFAULT_SECONDS),
                policy(in),
                policyArns.stream()
                        .map(it -> IamInput.policyArn("policyArns", it))
                        .toList(),
                IamInput.tags(in),
                IamInput.tagKeys(in, "TransitiveTagKeys"),
                externalId,
                sourceIdentity);
    }

    private static @Nullable String policy(FormParameters in) {
        String policy = in.find("Policy");
        if (policy != null) {
            PolicyDocument.parse(policy);
        }
        return policy;
    }
}
