package org.misconductmonitor.statistics;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Counts what falls into one cell. */
final class Tally {
    private static final double NINE_TENTHS = 0.9;
    private static final double YEAR = 365;

    private final Counting counting;
    private final Set<Object> keys = new HashSet<>();
    private final List<Double> amounts = new ArrayList<>(0);

    Tally(Counting counting) {
        this.counting = counting;
    }

    void add(Item item) {
        if (!counting.ofAmounts()) {
            Object key = item.key(counting);
            if (key != null) {
                keys.add(key);
            }
        } else if (item.amount() != null) {
            amounts.add(item.amount());
        }
    }

    Cell cell() {
        if (!counting.ofAmounts()) {
            return Cell.of(keys.size());
        }
        if (counting == Counting.SUM) {
            return Cell.of(Math.round(amounts.stream().mapToDouble(a -> a).sum()));
        }
        if (amounts.isEmpty()) {
            return Cell.EMPTY;
        }
        return Cell.of(
                switch (counting) {
                    case MEDIAN -> median();
                    case NINETIETH -> sorted().get((int) Math.ceil(NINE_TENTHS * amounts.size()) - 1);
                    default ->
                        100.0 * amounts.stream().filter(days -> days > YEAR).count() / amounts.size();
                },
                amounts.size());
    }

    private double median() {
        List<Double> sorted = sorted();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }

    private List<Double> sorted() {
        return amounts.stream().sorted().toList();
    }
}
