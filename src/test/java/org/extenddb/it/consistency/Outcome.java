package org.extenddb.it.consistency;

/** What a client knows of a request after the answer, or the lack of one. */
enum Outcome {
    DONE,
    REFUSED,
    UNKNOWN
}
