package org.extenddb.storage.jpa.entity;

import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/** An item's places in up to 20 global and 5 local indexes; null where it is in none. */
@Embeddable
@SuppressWarnings("unused") // the fields are what the schema is validated by
public class IndexSlots {
    @AttributeOverride(name = "partition", column = @Column(name = "g1p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g1s"))
    private @Nullable IndexSlot g1;

    @AttributeOverride(name = "partition", column = @Column(name = "g2p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g2s"))
    private @Nullable IndexSlot g2;

    @AttributeOverride(name = "partition", column = @Column(name = "g3p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g3s"))
    private @Nullable IndexSlot g3;

    @AttributeOverride(name = "partition", column = @Column(name = "g4p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g4s"))
    private @Nullable IndexSlot g4;

    @AttributeOverride(name = "partition", column = @Column(name = "g5p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g5s"))
    private @Nullable IndexSlot g5;

    @AttributeOverride(name = "partition", column = @Column(name = "g6p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g6s"))
    private @Nullable IndexSlot g6;

    @AttributeOverride(name = "partition", column = @Column(name = "g7p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g7s"))
    private @Nullable IndexSlot g7;

    @AttributeOverride(name = "partition", column = @Column(name = "g8p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g8s"))
    private @Nullable IndexSlot g8;

    @AttributeOverride(name = "partition", column = @Column(name = "g9p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g9s"))
    private @Nullable IndexSlot g9;

    @AttributeOverride(name = "partition", column = @Column(name = "g10p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g10s"))
    private @Nullable IndexSlot g10;

    @AttributeOverride(name = "partition", column = @Column(name = "g11p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g11s"))
    private @Nullable IndexSlot g11;

    @AttributeOverride(name = "partition", column = @Column(name = "g12p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g12s"))
    private @Nullable IndexSlot g12;

    @AttributeOverride(name = "partition", column = @Column(name = "g13p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g13s"))
    private @Nullable IndexSlot g13;

    @AttributeOverride(name = "partition", column = @Column(name = "g14p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g14s"))
    private @Nullable IndexSlot g14;

    @AttributeOverride(name = "partition", column = @Column(name = "g15p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g15s"))
    private @Nullable IndexSlot g15;

    @AttributeOverride(name = "partition", column = @Column(name = "g16p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g16s"))
    private @Nullable IndexSlot g16;

    @AttributeOverride(name = "partition", column = @Column(name = "g17p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g17s"))
    private @Nullable IndexSlot g17;

    @AttributeOverride(name = "partition", column = @Column(name = "g18p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g18s"))
    private @Nullable IndexSlot g18;

    @AttributeOverride(name = "partition", column = @Column(name = "g19p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g19s"))
    private @Nullable IndexSlot g19;

    @AttributeOverride(name = "partition", column = @Column(name = "g20p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g20s"))
    private @Nullable IndexSlot g20;

    @AttributeOverride(name = "partition", column = @Column(name = "g21p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g21s"))
    private @Nullable IndexSlot g21;

    @AttributeOverride(name = "partition", column = @Column(name = "g22p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g22s"))
    private @Nullable IndexSlot g22;

    @AttributeOverride(name = "partition", column = @Column(name = "g23p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g23s"))
    private @Nullable IndexSlot g23;

    @AttributeOverride(name = "partition", column = @Column(name = "g24p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g24s"))
    private @Nullable IndexSlot g24;

    @AttributeOverride(name = "partition", column = @Column(name = "g25p"))
    @AttributeOverride(name = "sort", column = @Column(name = "g25s"))
    private @Nullable IndexSlot g25;
}
