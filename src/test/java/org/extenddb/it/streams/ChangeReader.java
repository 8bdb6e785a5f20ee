package org.extenddb.it.streams;

/** Reads a stream and hands each record to a ledger. */
interface ChangeReader {
    /** Reads what there is, or waits a moment for those who do. What fails is asked for again with the next turn. */
    void turn();

    /** Whether every shard is closed and read to its end. */
    boolean isDone();
}
