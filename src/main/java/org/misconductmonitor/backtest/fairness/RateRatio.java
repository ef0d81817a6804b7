package org.misconductmonitor.backtest.fairness;

/**
 * How often one group is selected for each time another is.
 *
 * <p>The interval is the log method of Katz, Baptista, Azen and Pike, "Obtaining confidence intervals for the risk ratio
 * in cohort studies", Biometrics 34 (1978), with 95% confidence: the logarithm of the ratio plus and minus 1.96 times
 * the square root of 1/a - 1/m + 1/b - 1/n. It needs someone selected in both groups.
 *
 * @param ratio 1 where both are selected alike
 * @param low lower end of the interval
 * @param high upper end of the interval
 */
public record RateRatio(double ratio, double low, double high) {
    private static final double Z = 1.959963984540054;

    /**
     * Compares two groups.
     *
     * @param a selected in the group, at least 1
     * @param m size of the group
     * @param b selected in the group to compare with, at least 1
     * @param n size of the group to compare with
     */
    static RateRatio of(int a, int m, int b, int n) {
        double ratio = ((double) a / m) / ((double) b / n);
        double error = Math.sqrt(1.0 / a - 1.0 / m + 1.0 / b - 1.0 / n);
        return new RateRatio(ratio, ratio * Math.exp(-Z * error), ratio * Math.exp(Z * error));
    }
}
