package org.extenddb.storage.jpa.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The one row whose version every change of the catalogue raises, which puts those changes in one order. */
@Entity
@Table(name = "ddb_catalog_version")
public class CatalogVersionEntity {
    @Id
    @Column(name = "id")
    private int id;

    @Column(name = "version", nullable = false)
    private long version;

    protected CatalogVersionEntity() {}

    public long getVersion() {
        return version;
    }
}
