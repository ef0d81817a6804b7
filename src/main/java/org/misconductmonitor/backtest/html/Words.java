package org.misconductmonitor.backtest.html;

import java.time.Instant;
import java.util.Locale;
import org.misconductmonitor.backtest.Days;
import org.misconductmonitor.backtest.RuleFigures;

/** Numbers and times for people. */
final class Words {
    private Words() {}

    static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** @return null if there is none */
    static String percent(Double share) {
        return share == null ? null : String.format(Locale.ROOT, "%.1f%%", 100 * share);
    }

    static String percentOrNone(Double share) {
        return share == null ? "none ended" : percent(share);
    }

    static String rate(Double rate) {
        return rate == null ? null : String.format(Locale.ROOT, "%.2f", rate);
    }

    static String day(Instant at) {
        return at == null ? "\u2013" : at.toString().substring(0, 10);
    }

    /** The median with the span between a tenth and nine tenths. */
    static String days(Days days) {
        return days.count() == 0
                ? null
                : String.format(Locale.ROOT, "%,d (%,d to %,d)", days.median(), days.p10(), days.p90());
    }

    static String ruleLevel(RuleFigures rule) {
        return rule.ruleId() + " " + rule.level();
    }
}
