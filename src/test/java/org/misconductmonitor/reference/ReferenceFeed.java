package org.misconductmonitor.reference;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.Factor;
import org.misconductmonitor.rule.Feed;

/** Every silence of every publisher, held against the times between its facts before. */
final class ReferenceFeed {
    private final ReferenceFacts facts;
    private final Feed feed;
    private final Instant now;
    private final List<Seen> matches;

    ReferenceFeed(ReferenceFacts facts, Feed feed, Instant now) {
        this.facts = facts.about(
                facts.subjectId(), fact -> fact.is(feed.on(), facts.rule().where()) && fact.text(feed.by()) != null);
        this.feed = feed;
        this.now = now;
        this.matches = this.facts.all();
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (ReferenceFacts publisher : ReferencePopulation.each(facts, feed.by())) {
            List<Seen> published = publisher.all();
            for (int i = 0; i < published.size(); i++) {
                Seen next = i + 1 < published.size() ? published.get(i + 1) : null;
                alerts.addAll(silence(publisher, published.subList(0, i + 1), next));
            }
        }
        return alerts;
    }

    private List<StandingAlert> silence(ReferenceFacts publisher, List<Seen> before, Seen next) {
        List<StandingAlert> alerts = new ArrayList<>();
        Seen last = before.get(before.size() - 1);
        List<Instant> times = before.stream()
                .map(Seen::at)
                .filter(at -> at.isAfter(feed.habit().start(last.at())))
                .distinct()
                .toList();
        if (times.size() < feed.least()) {
            return alerts;
        }
        Duration usual = usual(times);
        for (int level = 0; level < feed.levels().size(); level++) {
            Instant due = due(last.at(), usual, feed.levels().get(level));
            boolean silent = next == null || next.at().isAfter(due);
            if (silent && facts.rule().inForceAt(due) && ReferencePopulation.isTold(due, now, matches)) {
                alerts.add(new StandingAlert(
                        facts.rule().id(),
                        publisher.subjectId(),
                        feed.levels().get(level).name(),
                        level,
                        due,
                        times.size(),
                        last.at(),
                        due,
                        publisher.evidence(List.of(last), due),
                        due,
                        null,
                        next == null ? null : next.at()));
            }
        }
        return alerts;
    }

    private Duration usual(List<Instant> times) {
        List<Duration> gaps = new ArrayList<>();
        for (int i = 1; i < times.size(); i++) {
            gaps.add(Duration.between(times.get(i - 1), times.get(i)));
        }
        gaps.sort(null);
        int rank = 1;
        while (rank * 100 < feed.percentile() * gaps.size()) {
            rank++;
        }
        return gaps.get(rank - 1);
    }

    private Instant due(Instant last, Duration usual, Factor factor) {
        BigDecimal seconds = BigDecimal.valueOf(usual.getSeconds()).add(BigDecimal.valueOf(usual.getNano(), 9));
        BigDecimal silent = seconds.multiply(factor.at()).setScale(9, RoundingMode.UP);
        Instant due = last.plusSeconds(silent.longValue())
                .plusNanos(silent.remainder(BigDecimal.ONE).movePointRight(9).longValueExact());
        Instant atLeast = feed.atLeast().after(last);
        return due.isAfter(atLeast) ? due : atLeast;
    }
}
