package org.misconductmonitor.hostile;

import java.util.List;

/**
 * Something that reads from outside. Fed with anything it says within its allowance what becomes of it: that it was
 * taken, and as what, or why not; whatever else it throws is a fault.
 */
public interface Target {
    /**
     * What becomes of the input, in words that depend on nothing else.
     *
     * @throws RuntimeException or an error, if there is a fault
     */
    String verdict(byte[] input);

    /** What is good, or nearly, for a fuzzer to begin with. */
    List<byte[]> seeds();

    /** Makes what it was fed with new to it again. */
    default void forget() {}

    /** @throws RuntimeException or an error, if there is a fault, if it takes too much, or says this and then that */
    default void feed(byte[] input) {
        Allowance allowance = Allowance.begin();
        String first = verdict(input.clone());
        if (allowance.isExceeded(input.length)) {
            // Classes that are loaded, and rewritten by a fuzzer, for the first who needs them are not paid for by an
            // input.
            forget();
            Allowance again = Allowance.begin();
            verdict(input.clone());
            again.end(input.length);
        }
        String second = verdict(input.clone());
        if (!first.equals(second)) {
            throw new AssertionError("of the same bytes it says " + first + ", and then " + second);
        }
    }
}
