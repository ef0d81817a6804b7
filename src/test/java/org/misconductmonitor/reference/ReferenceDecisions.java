package org.misconductmonitor.reference;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.reference.ReferenceFacts.Seen;
import org.misconductmonitor.rule.DecisionMaker;

/** Every handler's decisions at every midnight, or at every reopening. */
final class ReferenceDecisions {
    /** So many of so many. */
    private record Part(int some, int all) {
        static final Comparator<Part> BY_SIZE = (a, b) -> Long.compare(a.some * (long) b.all, b.some * (long) a.all);
    }

    private final ReferenceFacts facts;
    private final ReferenceFacts decisions;
    private final DecisionMaker rule;
    private final Instant now;
    private final List<ReferenceFacts> handlers;

    ReferenceDecisions(ReferenceFacts facts, DecisionMaker rule, Instant now) {
        this.facts = facts;
        this.decisions = facts.about(
                facts.subjectId(),
                fact -> fact.is(rule.on(), facts.rule().where()) && fact.text(Field.HANDLER_ID) != null);
        this.rule = rule;
        this.now = now;
        this.handlers = ReferencePopulation.each(decisions, Field.HANDLER_ID);
    }

    List<StandingAlert> alerts() {
        List<StandingAlert> alerts = new ArrayList<>();
        for (ReferenceFacts handler : handlers) {
            alerts.addAll(rule.adverse() == null ? reopened(handler) : shares(handler));
        }
        return alerts;
    }

    private List<StandingAlert> shares(ReferenceFacts handler) {
        List<StandingAlert> alerts = new ArrayList<>();
        int last = -1;
        for (Instant midnight : ReferenceDays.midnights(handler.all())) {
            List<Part> others = handlers.stream()
                    .map(other -> part(ReferenceDays.window(other.all(), rule.window(), midnight)))
                    .filter(this::isEnough)
                    .sorted(Part.BY_SIZE)
                    .toList();
            List<Seen> window = ReferenceDays.window(handler.all(), rule.window(), midnight);
            if (!exceeds(part(ReferenceDays.before(handler.all(), rule.window(), midnight)), others, 0)) {
                last = -1;
            }
            while (ReferenceDays.isTold(midnight, now, decisions.all())
                    && facts.rule().inForceAt(midnight)
                    && last + 1 < rule.levels().size()
                    && exceeds(part(window), others, last + 1)) {
                last++;
                String name = rule.levels().get(last).name();
                alerts.add(
                        ReferenceDays.alert(handler, last, name, midnight, part(window).some, rule.window(), window));
            }
        }
        return alerts;
    }

    private Part part(List<Seen> some) {
        return new Part(
                (int) some.stream()
                        .filter(fact -> rule.adverse().matches(fact.fields()::get))
                        .count(),
                some.size());
    }

    private boolean isEnough(Part part) {
        return part.all > 0 && part.all >= rule.least();
    }

    private boolean exceeds(Part part, List<Part> others, int level) {
        return isEnough(part)
                && others.size() >= rule.group()
                && Part.BY_SIZE.compare(
                                part,
                                ReferenceDays.nearestRank(
                                        others, rule.levels().get(level).at()))
                        > 0;
    }

    private List<StandingAlert> reopened(ReferenceFacts handler) {
        List<StandingAlert> alerts = new ArrayList<>();
        List<Seen> reopenings = facts.all().stream()
                .filter(fact -> fact.fact().type() == EventType.REOPENED && fact.text(Field.CASE_ID) != null)
                .toList();
        int last = -1;
        for (int i = 0; i < reopenings.size(); i++) {
            Seen reopening = reopenings.get(i);
            List<Seen> window = facts.all().stream()
                    .filter(fact -> fact.is(rule.on(), facts.rule().where())
                            && handler.subjectId().equals(fact.text(Field.HANDLER_ID))
                            && fact.at().isAfter(rule.window().start(reopening.at())))
                    .toList();
            if (window.stream().noneMatch(decision -> follows(reopening, decision))) {
                continue;
            }
            List<Seen> steps = steps(window, reopenings.subList(0, i + 1));
            int count = cases(steps);
            if (cases(steps(window, reopenings.subList(0, i)))
                    < rule.levels().get(0).at()) {
                last = -1;
            }
            while (facts.rule().inForceAt(reopening.at())
                    && last + 1 < rule.levels().size()
                    && rule.levels().get(last + 1).at() <= count) {
                last++;
                Instant start = rule.window().start(reopening.at());
                alerts.add(StandingAlert.of(handler, rule.levels(), last, count, start, steps));
            }
        }
        return alerts;
    }

    private static boolean follows(Seen reopening, Seen decision) {
        return decision.place() < reopening.place()
                && reopening.text(Field.CASE_ID).equals(decision.text(Field.CASE_ID));
    }

    /** The decisions that one of the reopenings follows, and those reopenings, in order. */
    private static List<Seen> steps(List<Seen> decided, List<Seen> reopenings) {
        Stream<Seen> undone = decided.stream()
                .filter(decision -> reopenings.stream().anyMatch(reopening -> follows(reopening, decision)));
        Stream<Seen> undoing = reopenings.stream()
                .filter(reopening -> decided.stream().anyMatch(decision -> follows(reopening, decision)));
        return Stream.concat(undone, undoing)
                .distinct()
                .sorted(Comparator.comparing(Seen::place))
                .toList();
    }

    private static int cases(List<Seen> steps) {
        Set<String> cases = steps.stream().map(step -> step.text(Field.CASE_ID)).collect(Collectors.toSet());
        return cases.size();
    }
}
