package org.misconductmonitor.platform.bench;

import java.util.Collection;
import java.util.List;

/** What was measured, in order. */
final class Quantiles {
    private final List<Double> sorted;

    Quantiles(Collection<Double> measured) {
        sorted = measured.stream().sorted().toList();
    }

    int count() {
        return sorted.size();
    }

    /** @return not a number if nothing was measured */
    double at(double share) {
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get((int) Math.min(sorted.size() - 1.0, Math.floor(share * sorted.size())));
    }
}
