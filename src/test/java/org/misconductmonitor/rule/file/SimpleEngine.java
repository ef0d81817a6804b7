package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Rearm;
import org.misconductmonitor.rule.Rule;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.Threshold;

/** As much of an engine as the shipped threshold rules need, in the most obvious way, so that their tests run here. */
final class SimpleEngine implements RuleTests.Engine {
    private static final Set<String> OUT = Set.of("DRAFT", "RESTRICTED", "WITHDRAWN", "DUPLICATE", "WRONG_PERSON");

    @Override
    public List<RuleTests.Standing> standing(RuleSet rules, List<Event> arrivals, Instant now) {
        Map<String, Event> facts = new LinkedHashMap<>();
        arrivals.forEach(event -> facts.merge(event.eventId(), event, (a, b) -> b.revision() > a.revision() ? b : a));
        Map<String, List<Event>> officers = facts.values().stream()
                .filter(event -> counts(event, facts.values().stream().toList()))
                .collect(Collectors.groupingBy(Event::officerId));
        List<RuleTests.Standing> alerts = new ArrayList<>();
        rules.rules().forEach(rule -> officers.values().forEach(events -> alerts.addAll(run(rule, events))));
        return alerts;
    }

    private static boolean counts(Event event, List<Event> all) {
        String state = event.text(Field.RECORD_STATE);
        String role = event.text(Field.SUBJECT_ROLE);
        return (state == null || !OUT.contains(state))
                && !"WITNESS".equals(role)
                && !"VICTIM".equals(role)
                && all.stream().noneMatch(other -> removes(other, event));
    }

    private static boolean removes(Event other, Event event) {
        boolean same = other.allegationId() != null && other.allegationId().equals(event.allegationId());
        return switch (other.type()) {
            case WITHDRAWN, RESTRICTED -> same && event.type() != other.type();
            case MATCH_DISMISSED -> event.eventId().equals(other.text(Field.MATCH_EVENT_ID));
            default -> false;
        };
    }

    private static List<RuleTests.Standing> run(Rule rule, List<Event> events) {
        Threshold threshold = (Threshold) rule.condition();
        List<Event> seen = events.stream()
                .filter(event -> threshold.on().contains(event.type())
                        && rule.where().matches(event::get)
                        && event.get(threshold.count().field()) != null)
                .sorted(Comparator.comparing((Event event) -> new EventOrder(time(threshold, event), event.eventId())))
                .toList();
        List<RuleTests.Standing> alerts = new ArrayList<>();
        int last = -1;
        for (int i = 0; i < seen.size(); i++) {
            Event event = seen.get(i);
            Instant at = time(threshold, event);
            Instant start = threshold.window().start(at);
            List<Event> before = seen.subList(0, i).stream()
                    .filter(x -> time(threshold, x).isAfter(start))
                    .toList();
            List<Event> window = new ArrayList<>(before);
            window.add(event);
            if (distinct(threshold, before) < threshold.levels().get(0).at()) {
                last = -1;
            }
            int first = last + 1;
            int count = distinct(threshold, window);
            boolean newCase = before.stream().noneMatch(x -> Objects.equals(x.caseId(), event.caseId()));
            if (threshold.rearm() instanceof Rearm.OnNewCase && newCase && reached(threshold, count) == last) {
                first = last;
            }
            for (int l = Math.max(first, 0); l <= reached(threshold, count); l++) {
                Level level = threshold.levels().get(l);
                if (rule.inForceAt(at)) {
                    List<String> evidence = window.stream().map(Event::eventId).toList();
                    alerts.add(new RuleTests.Standing(level.name(), event.officerId(), at, count, evidence));
                }
                last = l;
            }
        }
        return alerts;
    }

    private static int reached(Threshold threshold, int count) {
        return (int) threshold.levels().stream()
                        .filter(level -> level.at() <= count)
                        .count()
                - 1;
    }

    private static int distinct(Threshold threshold, List<Event> events) {
        Set<Object> values = new HashSet<>();
        events.forEach(event -> values.add(event.get(threshold.count().field())));
        return values.size();
    }

    private static Instant time(Threshold threshold, Event event) {
        return Objects.requireNonNullElse(event.instant(threshold.time().field()), event.at());
    }
}
