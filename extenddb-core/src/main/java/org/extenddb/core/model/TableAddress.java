package org.extenddb.core.model;

/** Where a table's name lives: the same name in another account or region is another table. */
public record TableAddress(AccountId account, Region region, String tableName) {
    /** {@code arn:aws:dynamodb:<region>:<account>:table/<name>}. */
    public String arn() {
        return "arn:aws:dynamodb:" + region + ":" + account + ":table/" + tableName;
    }
}
