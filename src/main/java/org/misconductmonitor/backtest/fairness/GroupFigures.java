package org.misconductmonitor.backtest.fairness;

/**
 * How often a level of a rule fell on one group. Null: left out because numbers are small.
 *
 * @param group the group
 * @param officers how many belong to it
 * @param selected about how many of them an alert was raised
 * @param rate selected of officers, from 0 to 1
 * @param ratio of the rate to that of the reference group; null for that group itself, and where either is left out
 * @param reference whether the others are compared with it
 */
public record GroupFigures(
        String group, int officers, Integer selected, Double rate, RateRatio ratio, boolean reference) {
    /** Below four fifths, or above five quarters, is the rule of thumb for a difference to look into. */
    private static final double FOUR_FIFTHS = 0.8;

    /** Whether the rate differs so much from the reference that somebody should ask why. */
    public boolean stands() {
        return ratio != null && (ratio.ratio() < FOUR_FIFTHS || ratio.ratio() > 1 / FOUR_FIFTHS);
    }
}
