package org.misconductmonitor.alert;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.misconductmonitor.rule.WorkingCalendar;

/**
 * Lives of the alerts of one rule and subject, slow and plain: nothing happens when time passes; what time has done is
 * worked out whenever somebody asks.
 */
public final class ReferenceLife {
    private final Map<String, One> all = new HashMap<>();
    private final WorkingCalendar calendar;

    public ReferenceLife(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /** What is known of one alert. */
    private static final class One {
        Alert facts;
        String state = "NEW";
        String former;
        Instant wakes;
        Instant waitsSince;
        String owner;
        Set<String> closedWith = Set.of();
        int falsePositives;
        boolean thirdFalsePositive;
        int decisions;
        int decisionsRead;
        final Map<Integer, Integer> decisionsAt = new HashMap<>();
        final Set<String> actions = new HashSet<>();
        boolean wasMuted;

        boolean open() {
            return List.of("NEW", "ACKNOWLEDGED", "UNDER_REVIEW", "INTERVENTION_PENDING", "SNOOZED")
                    .contains(state);
        }

        boolean closed() {
            return List.of("ACTION_TAKEN", "NO_ACTION_NEEDED", "FALSE_POSITIVE").contains(state);
        }

        Set<String> cases() {
            return facts.evidence().stream()
                    .map(Evidence::caseId)
                    .filter(Objects::nonNull)
                    .collect(Collectors.toSet());
        }
    }

    public void facts(List<Alert> transitions, Instant at) {
        all.values().forEach(one -> wake(one, at));
        transitions.forEach(alert -> facts(alert, at));
        muting(at);
    }

    private void facts(Alert alert, Instant at) {
        One one = all.get(alert.alertId());
        boolean raised = false;
        if (one == null) {
            one = new One();
            all.put(alert.alertId(), one);
            raised = true;
        } else if (one.closed()) {
            raised = alert.stands() && alert.evidence().stream().anyMatch(hasCaseBesides(one.closedWith));
        } else if (!one.open()) {
            raised = alert.stands();
        }
        one.facts = alert;
        one.decisions++;
        if (raised) {
            one.state = "NEW";
            one.waitsSince = at;
            one.closedWith = Set.of();
            one.thirdFalsePositive = false;
        }
        if (!alert.stands() && !one.closed()) {
            one.state = alert.transition().name();
            one.former = null;
            one.wakes = null;
        }
    }

    private static Predicate<Evidence> hasCaseBesides(Set<String> known) {
        return fact -> fact.caseId() != null && !known.contains(fact.caseId());
    }

    /** @return APPLIED, REFUSED with its reason, or DUPLICATE */
    public String act(ReviewAction action, Instant at) {
        all.values().forEach(one -> wake(one, at));
        One one = all.get(action.alertId());
        if (!one.actions.add(action.actionId())) {
            return "DUPLICATE";
        }
        String kind = action.kind().name();
        boolean words = kind.equals("COMMENT") || kind.equals("ATTACH_STATEMENT");
        if (kind.equals("SNOOZE")
                        && (action.reason() == null || !action.snoozeUntil().isAfter(at))
                || kind.equals("CLOSE") && (action.reason() == null || action.outcome() == null)) {
            return "REFUSED INCOMPLETE";
        }
        if (!words && one.decisionsAt.getOrDefault(action.alertRevision(), -1) != one.decisions) {
            return "REFUSED CONFLICT";
        }
        boolean possible =
                switch (kind) {
                    case "COMMENT", "ATTACH_STATEMENT" -> true;
                    case "REOPEN" -> one.closed();
                    case "ACKNOWLEDGE" -> one.state.equals("NEW") || one.state.equals("SNOOZED");
                    case "START_REVIEW" -> one.open() && !one.state.equals("UNDER_REVIEW");
                    case "PLAN_INTERVENTION" -> one.open() && !one.state.equals("INTERVENTION_PENDING");
                    default -> one.open();
                };
        if (!possible) {
            return "REFUSED NOT_ALLOWED";
        }
        apply(one, action, kind);
        muting(at);
        return "APPLIED";
    }

    private void apply(One one, ReviewAction action, String kind) {
        if (kind.equals("COMMENT") || kind.equals("ATTACH_STATEMENT")) {
            return;
        }
        one.decisions++;
        if (kind.equals("ASSIGN")) {
            one.owner = action.assignee();
            return;
        }
        if (kind.equals("SNOOZE")) {
            one.former = one.state.equals("SNOOZED") ? one.former : one.state;
            one.state = "SNOOZED";
            one.wakes = action.snoozeUntil();
            return;
        }
        if (kind.equals("REOPEN") && one.state.equals("FALSE_POSITIVE")) {
            one.falsePositives--;
            one.thirdFalsePositive = false;
        }
        one.former = null;
        one.wakes = null;
        one.closedWith = Set.of();
        switch (kind) {
            case "ACKNOWLEDGE" -> {
                one.state = "ACKNOWLEDGED";
                one.owner = action.assignee() == null ? one.owner : action.assignee();
            }
            case "PLAN_INTERVENTION" -> one.state = "INTERVENTION_PENDING";
            case "CLOSE" -> {
                one.state = action.outcome().name();
                one.closedWith = one.cases();
                if (one.state.equals("FALSE_POSITIVE")) {
                    one.falsePositives++;
                    one.thirdFalsePositive = all.values().stream()
                                    .mapToInt(other -> other.falsePositives)
                                    .sum()
                            >= 3;
                }
            }
            default -> one.state = "UNDER_REVIEW";
        }
    }

    private void wake(One one, Instant now) {
        if (one.state.equals("SNOOZED") && !one.wakes.isAfter(now)) {
            one.state = one.former;
            one.waitsSince = one.wakes;
            one.former = null;
            one.wakes = null;
        }
    }

    /** One that ceases to be muted begins to wait again. */
    private void muting(Instant at) {
        for (One one : all.values()) {
            boolean muted = mutedBy(one) != null;
            if (one.wasMuted && !muted && one.state.equals("NEW")) {
                one.waitsSince = at;
            }
            one.wasMuted = muted;
        }
    }

    private String mutedBy(One one) {
        if (!one.open()) {
            return null;
        }
        String name = null;
        int highest = one.facts.levelIndex();
        for (One other : all.values()) {
            boolean decided = other.closed()
                    && other.facts.stands()
                    && !one.cases().isEmpty()
                    && other.closedWith.containsAll(one.cases());
            boolean secret = other.facts.handling() == Handling.COVERT && one.facts.handling() != Handling.COVERT;
            if (other.facts.levelIndex() > highest && !secret && (other.open() || decided)) {
                highest = other.facts.levelIndex();
                name = other.facts.level();
            }
        }
        return name;
    }

    /** Tells it what readers see, in order, so that it knows which decisions a revision has in it. */
    public void published(Alert alert) {
        One one = all.get(alert.alertId());
        Notice notice = alert.notice();
        boolean words = notice.did() != null
                && List.of("COMMENT", "ATTACH_STATEMENT")
                        .contains(notice.did().kind().name());
        if (notice.change().name().equals("FACTS") || notice.did() != null && !words) {
            one.decisionsRead++;
        }
        one.decisionsAt.put(alert.revision(), one.decisionsRead);
    }

    /** Whether every decision was published once. */
    public boolean isRead() {
        return all.values().stream().allMatch(one -> one.decisionsRead == one.decisions);
    }

    /** Every alert in one line, by id. */
    public List<String> lives(Instant now) {
        all.values().forEach(one -> wake(one, now));
        List<String> lines = new ArrayList<>();
        all.forEach((id, one) -> lines.add(id + " " + one.facts.stands() + " " + one.state + " " + one.owner + " "
                + mutedBy(one) + " " + escalation(one, now) + " " + one.falsePositives));
        return lines.stream().sorted().toList();
    }

    /** A published revision in such a line. */
    public static String line(Alert alert) {
        return alert.alertId() + " " + alert.stands() + " " + alert.life().state() + " "
                + alert.life().owner() + " " + alert.life().mutedBy() + " "
                + alert.life().watch().escalation() + " " + alert.life().falsePositives();
    }

    private String escalation(One one, Instant now) {
        if (one.thirdFalsePositive) {
            return "AMBER";
        }
        if (!one.state.equals("NEW") || mutedBy(one) != null) {
            return "NONE";
        }
        int days = 0;
        LocalDate last = now.atOffset(ZoneOffset.UTC).toLocalDate();
        for (LocalDate day =
                        one.waitsSince.atOffset(ZoneOffset.UTC).toLocalDate().plusDays(1);
                day.isBefore(last);
                day = day.plusDays(1)) {
            days += calendar.worksOn(day) ? 1 : 0;
        }
        return days >= 10 ? "RED" : days >= 5 ? "AMBER" : "NONE";
    }
}
