package org.misconductmonitor.topology.serdes;

import java.util.Optional;

/** Something that may have to wait for a schema registry, and can say so. */
interface AsksRegistry {
    /** What is wrong while somebody waits, in words; empty when nobody does. */
    Optional<String> silence();
}
