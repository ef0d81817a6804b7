package org.misconductmonitor.platform.bench;

import java.util.Arrays;
import java.util.Random;

/**
 * Officers of synthetic forces. A few are named again and again and most hardly ever, as everywhere: with the default
 * offset the busiest of 20,000 has some hundred times the events of the median one.
 */
final class SyntheticOfficers {
    private static final int FORCES = 43;
    private static final int UNITS = 12;

    private final double[] cumulative;

    SyntheticOfficers(int officers) {
        cumulative = new double[officers];
        double sum = 0;
        double offset = Math.max(1, officers / 100.0);
        for (int i = 0; i < officers; i++) {
            sum += 1 / (i + offset);
            cumulative[i] = sum;
        }
    }

    int pick(Random random) {
        double point = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, point);
        return Math.min(cumulative.length - 1, found < 0 ? -found - 1 : found);
    }

    static String officerId(int officer) {
        return "OF-%07x".formatted(officer * 2_654_435L & 0xFFF_FFFFL);
    }

    /** One matter in fifty comes from another force than the officer's own. */
    static String force(int officer, Random random) {
        return "FORCE-" + (random.nextInt(50) == 0 ? random.nextInt(FORCES) : officer % FORCES);
    }

    static String unit(int officer) {
        return "U%03d".formatted(officer / FORCES % UNITS);
    }
}
