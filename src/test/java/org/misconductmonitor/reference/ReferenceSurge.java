package org.misconductmonitor.reference;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Surge;

/** Both windows of every fact counted from their starts, and compared as whole numbers of nanoseconds. */
final class ReferenceSurge {
    private final ReferenceFacts facts;
    private final Surge surge;

    ReferenceSurge(ReferenceFacts facts, Surge surge) {
        this.facts = facts.about(
                facts.subjectId(),
                fact -> fact.is(surge.on(), facts.rule().where())
                        && fact.fields().get(surge.count().field()) != null);
        this.surge = surge;
    }

    List<StandingAlert> alerts() {
        List<ReferenceFacts> subjects =
                surge.by() == null ? List.of(facts) : ReferencePopulation.each(facts, surge.by());
        List<StandingAlert> alerts = new ArrayList<>();
        for (ReferenceFacts subject : subjects) {
            if (surge.per() == null) {
                alerts.addAll(alerts(subject, null));
            } else {
                ReferencePopulation.each(subject, surge.per())
                        .forEach(part ->
                                alerts.addAll(alerts(part.about(subject.subjectId(), fact -> true), part.subjectId())));
            }
        }
        return alerts;
    }

    private List<StandingAlert> alerts(ReferenceFacts subject, String part) {
        List<StandingAlert> alerts = new ArrayList<>();
        int last = -1;
        for (Seen fact : subject.all()) {
            Instant start = surge.window().start(fact.at());
            Instant earliest = surge.baseline().start(start);
            List<Seen> upToHere = subject.all().subList(0, fact.place() + 1);
            List<Seen> window = between(upToHere, start, fact.at());
            int baseline = distinct(between(upToHere, earliest, start));
            int count = distinct(window);
            int before = distinct(window.subList(0, window.size() - 1));
            if (!reaches(before, baseline, earliest, fact.at(), 0)) {
                last = -1;
            }
            while (facts.rule().inForceAt(fact.at())
                    && last + 1 < surge.levels().size()
                    && reaches(count, baseline, earliest, fact.at(), last + 1)) {
                last++;
                alerts.add(new StandingAlert(
                        facts.rule().id(),
                        subject.subjectId(),
                        surge.levels().get(last).name(),
                        last,
                        fact.at(),
                        count,
                        start,
                        fact.at(),
                        subject.evidence(window, fact.at()),
                        null,
                        part,
                        null));
            }
        }
        return alerts;
    }

    private boolean reaches(int count, int baseline, Instant earliest, Instant at, int level) {
        Instant start = surge.window().start(at);
        BigInteger now = nanos(earliest, start).multiply(BigInteger.valueOf(count));
        BigDecimal then = new BigDecimal(nanos(start, at).multiply(BigInteger.valueOf(baseline)))
                .multiply(surge.levels().get(level).at());
        return count >= surge.floor()
                && baseline >= surge.least()
                && now.compareTo(then.setScale(0, RoundingMode.CEILING).toBigInteger()) >= 0;
    }

    private static BigInteger nanos(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return BigInteger.valueOf(length.getSeconds())
                .multiply(BigInteger.TEN.pow(9))
                .add(BigInteger.valueOf(length.getNano()));
    }

    private static List<Seen> between(List<Seen> some, Instant start, Instant end) {
        return some.stream()
                .filter(fact -> fact.at().isAfter(start) && !fact.at().isAfter(end))
                .toList();
    }

    private int distinct(List<Seen> some) {
        return (int) some.stream()
                .map(Seen::fields)
                .map((Map<?, Object> fields) -> fields.get(surge.count().field()))
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }
}
