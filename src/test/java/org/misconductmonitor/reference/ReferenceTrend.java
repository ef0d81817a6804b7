package org.misconductmonitor.reference;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Trend;

/** One trend rule over one record: the row of cases is put together anew at every fact. */
final class ReferenceTrend {
    private final ReferenceFacts facts;
    private final Trend trend;

    ReferenceTrend(ReferenceFacts facts, Trend trend) {
        this.facts = facts;
        this.trend = trend;
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        List<Seen> taken = new ArrayList<>();
        int before = 0;
        for (Seen fact : facts.all()) {
            boolean again = trend.rising() == Trend.Rising.FREQUENCY
                    && taken.stream().anyMatch(other -> caseOf(other).equals(caseOf(fact)));
            if (matches(fact) && !again) {
                taken.add(fact);
                List<Seen> row = row(taken, trend.window().start(fact.at()));
                for (int level = 0; level < trend.levels().size(); level++) {
                    int at = trend.levels().get(level).at();
                    if (before < at && row.size() >= at && facts.rule().inForceAt(fact.at())) {
                        alerts.add(StandingAlert.of(
                                facts,
                                trend.levels(),
                                level,
                                row.size(),
                                trend.window().start(fact.at()),
                                row));
                    }
                }
                before = row.size();
            }
        }
        return alerts;
    }

    private boolean matches(Seen fact) {
        return fact.is(trend.on(), facts.rule().where())
                && caseOf(fact) != null
                && (trend.rising() == Trend.Rising.FREQUENCY || severity(fact) >= 0);
    }

    private List<Seen> row(List<Seen> taken, Instant start) {
        Map<Object, Seen> ofCase = new LinkedHashMap<>();
        for (Seen fact : taken) {
            ofCase.remove(caseOf(fact));
            ofCase.put(caseOf(fact), fact);
        }
        List<Seen> cases = new ArrayList<>(ofCase.values());
        int longest = trend.levels().get(trend.levels().size() - 1).at();
        int first = cases.size() - 1;
        while (first > 0
                && cases.size() - first < longest
                && cases.get(first - 1).at().isAfter(start)
                && rises(cases, first)) {
            first--;
        }
        return cases.subList(first, cases.size());
    }

    /** Whether the case before that place may stand in one row with it and those after it. */
    private boolean rises(List<Seen> cases, int place) {
        Seen each = cases.get(place);
        Seen before = cases.get(place - 1);
        if (trend.rising() == Trend.Rising.SEVERITY) {
            return severity(before) < severity(each);
        }
        return place == cases.size() - 1
                || Duration.between(before.at(), each.at())
                                .compareTo(Duration.between(
                                        each.at(), cases.get(place + 1).at()))
                        > 0;
    }

    private static Object caseOf(Seen fact) {
        return fact.fields().get(Field.CASE_ID);
    }

    private static int severity(Seen fact) {
        return Trend.SEVERITIES.indexOf(Objects.toString(fact.fields().get(Field.SEVERITY)));
    }
}
