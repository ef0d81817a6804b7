package org.misconductmonitor.backtest;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Lengths of time from an alert to the end of the case, put together for a chart. */
public enum Lead {
    AFTER("after the end", 0),
    MONTH("under 30 days", 30),
    QUARTER("30 to 89 days", 90),
    HALF_YEAR("90 to 181 days", 182),
    YEAR("182 to 364 days", 365),
    TWO_YEARS("1 to 2 years", 730),
    FIVE_YEARS("2 to 5 years", 1826),
    MORE("5 years or more", Long.MAX_VALUE);

    private final String words;
    private final long below;

    Lead(String words, long below) {
        this.words = words;
        this.below = below;
    }

    /** For people. */
    public String words() {
        return words;
    }

    static Lead of(long days) {
        for (Lead lead : values()) {
            if (days < lead.below) {
                return lead;
            }
        }
        return MORE;
    }

    static Map<Lead, Integer> count(List<Long> days) {
        Map<Lead, Integer> counts = new EnumMap<>(Lead.class);
        for (Lead lead : values()) {
            counts.put(lead, 0);
        }
        days.forEach(length -> counts.merge(of(length), 1, Integer::sum));
        return counts;
    }
}
