package org.misconductmonitor.hostile;

import java.util.List;

/**
 * Something that reads from outside. Fed with anything it ends within the time, and with the exceptions that it
 * documents at most; whatever else it throws is a fault.
 */
public interface Target {
    /** @throws RuntimeException or an error, if there is a fault */
    void feed(byte[] input);

    /** What is good, or nearly, for a fuzzer to begin with. */
    List<byte[]> seeds();
}
