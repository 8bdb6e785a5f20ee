package org.extenddb.core.api.policy;

import org.extenddb.core.wire.JsonInput;
import org.extenddb.core.wire.JsonOutput;
import org.jspecify.annotations.Nullable;

/** The operations on policies of resources on the wire. */
public final class ResourcePolicyCodec {
    private @Nullable String resourceArn;
    private @Nullable String policy;
    private @Nullable String expectedRevisionId;
    private boolean confirmed;

    private ResourcePolicyCodec() {}

    /** Reads PutResourcePolicy's request object. */
    public static ResourcePolicyRequest decodePut(JsonInput in) {
        return new ResourcePolicyCodec().read(in, true, true);
    }

    /** Reads GetResourcePolicy's request object. */
    public static ResourcePolicyRequest decodeGet(JsonInput in) {
        return new ResourcePolicyCodec().read(in, false, false);
    }

    /** Reads DeleteResourcePolicy's request object. */
    public static ResourcePolicyRequest decodeDelete(JsonInput in) {
        return new ResourcePolicyCodec().read(in, false, true);
    }

    private ResourcePolicyRequest read(JsonInput in, boolean puts, boolean changes) {
        in.object((name, value) -> {
            if (name.equals("ResourceArn")) {
                resourceArn = value.string();
            } else if (puts && name.equals("Policy")) {
                policy = value.string();
            } else if (puts && name.equals("ConfirmRemoveSelfResourceAccess")) {
                confirmed = Boolean.TRUE.equals(value.bool());
            } else if (changes && name.equals("ExpectedRevisionId")) {
                expectedRevisionId = value.string();
            }
        });
        return new ResourcePolicyRequest(resourceArn, policy, expectedRevisionId, confirmed);
    }

    /** Writes the response object of any of them. */
    public static void encode(ResourcePolicyResponse response, JsonOutput out) {
        out.beginObject();
        if (response.policy() != null) {
            out.member("Policy").string(response.policy());
        }
        if (response.revisionId() != null) {
            out.member("RevisionId").string(response.revisionId());
        }
        out.endObject();
    }
}
