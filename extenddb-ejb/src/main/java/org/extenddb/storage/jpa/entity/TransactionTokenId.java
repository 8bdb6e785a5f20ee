package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.io.Serializable;
import java.util.Arrays;
import java.util.Objects;

/** Whose token it is, and the token. */
@Embeddable
public class TransactionTokenId implements Serializable {
    @Column(name = "account")
    private String account = "";

    @Column(name = "region")
    private String region = "";

    @Column(name = "token")
    private byte[] token = {};

    protected TransactionTokenId() {}

    @Override
    public boolean equals(Object other) {
        return other instanceof TransactionTokenId that
                && account.equals(that.account)
                && region.equals(that.region)
                && Arrays.equals(token, that.token);
    }

    @Override
    public int hashCode() {
        return Objects.hash(account, region, Arrays.hashCode(token));
    }
}
