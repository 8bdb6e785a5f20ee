package org.extenddb.core.model;

public enum BillingMode {
    PROVISIONED,
    PAY_PER_REQUEST
}
