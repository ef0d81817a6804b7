package org.misconductmonitor.rule;

/**
 * How what lies back loses weight: after so many days it counts half, after twice as many a quarter.
 *
 * @param days whole days, at least 1
 */
public record HalfLife(int days) {
    /** The parts that a weight is divided into. */
    public static final long PARTS = 1_000_000;

    public HalfLife {
        if (days < 1) {
            throw new IllegalArgumentException("a half-life is at least one day");
        }
    }

    /**
     * What is left after some days: {@code PARTS * 2^(-past/days)}, rounded down. The same on every machine.
     *
     * @param past whole days, not negative
     * @return from 0 to {@link #PARTS}
     */
    public long partsLeft(long past) {
        return (long) (StrictMath.pow(0.5, (double) past / days) * PARTS);
    }
}
