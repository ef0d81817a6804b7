package org.misconductmonitor.statistics;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventOrder;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.reference.ReferenceStatistics;
import org.misconductmonitor.reference.ReferenceStatistics.Fact;

/** Counts by looking at every fact again for every cell. Knows years and months only. */
final class SlowCounts {
    private final Query query;
    private final List<Fact> facts;
    private final Instant end;

    SlowCounts(Collection<Event> events, Query query) {
        this.query = query;
        this.facts = ReferenceStatistics.known(events, query.asOf());
        Instant afterwards = query.asOf().plusNanos(1);
        this.end = query.to() != null && query.to().isBefore(afterwards) ? query.to() : afterwards;
    }

    /** Every number but 0 by its line and column, "" for the totals; the columns are those of the table. */
    Map<String, Double> numbers(List<String> periods) {
        Map<String, Double> numbers = new TreeMap<>();
        List<String> columns = new ArrayList<>(periods);
        columns.add("");
        for (String column : columns) {
            List<Fact> chosen = chosen(column);
            chosen.stream()
                    .map(this::group)
                    .distinct()
                    .forEach(group -> put(
                            numbers,
                            group,
                            column,
                            chosen.stream()
                                    .filter(fact -> group(fact).equals(group))
                                    .toList()));
            put(numbers, List.of(), column, chosen);
        }
        return numbers;
    }

    private void put(Map<String, Double> numbers, List<String> group, String column, List<Fact> chosen) {
        Double number = number(chosen);
        if (number != null && number != 0) {
            numbers.put(group + " " + column, number);
        }
    }

    private List<Fact> chosen(String column) {
        Instant start = column.isEmpty() ? null : start(column);
        Instant next = column.isEmpty() ? null : next(column);
        if (query.measure().lasts()) {
            Instant moment = next == null || end.isBefore(next) ? end : next;
            return facts.stream()
                    .filter(fact -> holds(fact, moment))
                    .filter(this::passes)
                    .toList();
        }
        return facts.stream()
                .filter(fact -> happens(fact.event().type()))
                .filter(fact -> query.from() == null || !fact.time().isBefore(query.from()))
                .filter(fact -> query.to() == null || fact.time().isBefore(query.to()))
                .filter(fact -> start == null
                        || (!fact.time().isBefore(start) && fact.time().isBefore(next)))
                .filter(this::passes)
                .toList();
    }

    private boolean happens(EventType type) {
        return type
                == switch (query.measure()) {
                    case CASES, ALLEGATIONS, OFFICER_ALLEGATIONS, OFFICERS -> EventType.RECORDED;
                    case DECISIONS, MEDIAN_DAYS_TO_DECISION -> EventType.FINALISED;
                    case REOPENED -> EventType.REOPENED;
                    case CONVICTED -> EventType.CONVICTION_FOUND;
                    case DATABASE_HITS -> EventType.INTELLIGENCE_MATCH;
                    default -> throw new AssertionError(query.measure());
                };
    }

    private boolean holds(Fact fact, Instant moment) {
        if (query.measure() == Measure.OPEN_OFFICER_ALLEGATIONS) {
            return isOpen(fact, moment);
        }
        List<Fact> ofCase = facts.stream()
                .filter(other -> caseOf(other) != null && caseOf(other).equals(caseOf(fact)))
                .sorted((a, b) -> order(a).compareTo(order(b)))
                .toList();
        return ofCase.indexOf(fact) == 0 && isCaseOpen(ofCase, moment);
    }

    private static boolean isCaseOpen(List<Fact> ofCase, Instant moment) {
        if (ofCase.stream().noneMatch(fact -> fact.event().type() == EventType.CASE_CLOSED)) {
            return ofCase.stream().anyMatch(fact -> isOpen(fact, moment));
        }
        boolean open = false;
        boolean everClosed = false;
        for (Fact fact : ofCase) {
            if (fact.time().isBefore(moment)) {
                switch (fact.event().type()) {
                    case CASE_CLOSED -> {
                        open = false;
                        everClosed = true;
                    }
                    case REOPENED -> open = true;
                    default -> open |= !everClosed;
                }
            }
        }
        return open;
    }

    private static boolean isOpen(Fact fact, Instant moment) {
        boolean always = fact.decisions().isEmpty() && fact.text(Field.FINDING) != null;
        return fact.event().type() == EventType.RECORDED
                && fact.time().isBefore(moment)
                && !always
                && !Boolean.TRUE.equals(fact.decidedBefore(moment));
    }

    private static EventOrder order(Fact fact) {
        return new EventOrder(fact.time(), fact.event().eventId());
    }

    /** Only what makes or ends a case has one here. */
    private static String caseOf(Fact fact) {
        return switch (fact.event().type()) {
            case RECORDED, REOPENED, CASE_CLOSED ->
                fact.text(Field.CASE_ID) == null ? null : fact.event().tenantId() + " " + fact.text(Field.CASE_ID);
            default -> null;
        };
    }

    private Double number(List<Fact> chosen) {
        if (query.measure() == Measure.MEDIAN_DAYS_TO_DECISION) {
            List<Double> days = chosen.stream()
                    .map(this::days)
                    .filter(Objects::nonNull)
                    .sorted()
                    .toList();
            int size = days.size();
            return size == 0 ? null : (days.get((size - 1) / 2) + days.get(size / 2)) / 2;
        }
        return (double) chosen.stream()
                .map(this::key)
                .filter(Objects::nonNull)
                .distinct()
                .count();
    }

    private Double days(Fact decision) {
        Instant start = facts.stream()
                .filter(fact -> fact.event().type() == EventType.RECORDED)
                .filter(fact -> fact.subject().equals(decision.subject()))
                .filter(fact -> Objects.equals(
                        fact.event().allegationId(), decision.event().allegationId()))
                .min((a, b) -> EventOrder.BY_TIME.compare(a.event(), b.event()))
                .map(Fact::time)
                .orElse(null);
        for (Event other : decision.decisions()) {
            if (other.type() == EventType.REOPENED && !other.at().isAfter(decision.time())) {
                start = other.at();
            }
        }
        return start == null || start.isAfter(decision.time())
                ? null
                : Duration.between(start, decision.time()).toSeconds() / 86_400.0;
    }

    private String key(Fact fact) {
        String officer =
                fact.subject().kind() == Subject.Kind.OFFICER ? fact.subject().id() : null;
        String allegation = fact.event().allegationId();
        return switch (query.measure()) {
            case CASES, OPEN_CASES ->
                fact.text(Field.CASE_ID) == null ? null : fact.event().tenantId() + " " + fact.text(Field.CASE_ID);
            case ALLEGATIONS -> allegation == null ? null : fact.event().tenantId() + " " + allegation;
            case OFFICERS, CONVICTED -> officer;
            case DATABASE_HITS -> fact.subject() + " " + fact.event().eventId();
            default -> officer == null || allegation == null ? null : officer + " " + allegation;
        };
    }

    private boolean passes(Fact fact) {
        return query.filters().entrySet().stream()
                .allMatch(filter -> filter.getValue().contains(value(fact, filter.getKey())));
    }

    private List<String> group(Fact fact) {
        return query.groupBy().stream().map(dimension -> value(fact, dimension)).toList();
    }

    static String value(Fact fact, Dimension dimension) {
        if (dimension == Dimension.OUTCOME) {
            return outcome(fact);
        }
        Object value = dimension == Dimension.OFFICER
                ? fact.subject().id()
                : fact.fields().get(dimension.field());
        return value == null ? "NOT_STATED" : value.toString();
    }

    private static String outcome(Fact fact) {
        Boolean decided = fact.decidedBefore(Instant.MAX);
        if (fact.event().type() == EventType.REOPENED && Boolean.FALSE.equals(decided)) {
            return "OPEN";
        }
        return fact.text(Field.FINDING) != null
                ? fact.text(Field.FINDING)
                : Boolean.TRUE.equals(decided) ? "NOT_STATED" : "OPEN";
    }

    private static Instant start(String column) {
        return LocalDate.parse(column.length() == 4 ? column + "-01-01" : column + "-01")
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
    }

    private static Instant next(String column) {
        LocalDate start = start(column).atZone(ZoneOffset.UTC).toLocalDate();
        LocalDate next = column.length() == 4 ? start.plusYears(1) : start.plusMonths(1);
        return next.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
