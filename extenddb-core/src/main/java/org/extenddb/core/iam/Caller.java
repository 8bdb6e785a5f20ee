package org.extenddb.core.iam;

import org.extenddb.core.model.AccountId;

/**
 * Who signed the request.
 *
 * @param arn the principal, such as {@code arn:aws:iam::000000000000:user/admin}
 */
public record Caller(AccountId account, String arn, String accessKeyId) {}
