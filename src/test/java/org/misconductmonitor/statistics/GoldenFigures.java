package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

/** How each published figure is asked for. */
final class GoldenFigures {
    private static final String BOOK = "seed-002";
    private static final String OBSERVER = "seed-003";
    private static final String LOOK_BACK = "seed-001";
    private static final String ONYX = "seed-004";
    private static final String LETTER = "seed-000";
    private static final Map<String, Instant> AS_OF = Map.of(
            BOOK, Instant.parse("2014-03-01T23:59:59Z"),
            OBSERVER, Instant.parse("2021-03-20T23:59:59Z"),
            LOOK_BACK, Instant.parse("2023-04-06T23:59:59Z"),
            ONYX, Instant.parse("2024-01-02T23:59:59Z"),
            LETTER, Instant.parse("2023-05-31T23:59:59Z"));

    private final Function<Query, Table> ledger;
    private final Map<String, Supplier<Object>> figures = new LinkedHashMap<>();

    GoldenFigures(Function<Query, Table> ledger) {
        this.ledger = ledger;
        obsceneImages();
        sexualAbuse();
        lookBack();
        reinvestigations();
        letter();
    }

    Map<String, Supplier<Object>> all() {
        return figures;
    }

    private void obsceneImages() {
        Query pairs = of(BOOK, Measure.OFFICER_ALLEGATIONS);
        Query yearly = pairs.per(Period.YEAR);
        figures.put("A1", () -> count(of(BOOK, Measure.OFFICERS)));
        figures.put("A2", () -> count(of(BOOK, Measure.CASES)));
        figures.put("A3", () -> count(pairs));
        figures.put("A4", () -> count(pairs.where(Dimension.OUTCOME, "SUBSTANTIATED")));
        Query leavers = of(BOOK, Measure.LEAVERS);
        figures.put(
                "A5",
                () -> count(leavers.where(Dimension.REASON, "RESIGNED_OR_RETIRED")
                        .where(Dimension.OUTCOME, "SUBSTANTIATED")));
        figures.put("A6", () -> count(leavers.where(Dimension.REASON, "DISMISSED_WITHOUT_NOTICE")));
        figures.put("A7", () -> counts(ledger.apply(yearly).total()));
        figures.put("A8", () -> count(in2013(of(BOOK, Measure.ALLEGATIONS))));
        figures.put("A9", () -> count(in2013(of(BOOK, Measure.OFFICERS))));
        figures.put("A10", () -> most(of(BOOK, Measure.CASES).per(Period.YEAR)));
        figures.put(
                "A11", () -> counts(ledger.apply(yearly.by(Dimension.OUTCOME)).line("DISCONTINUED")));
        figures.put(
                "A12", () -> counts(ledger.apply(yearly.by(Dimension.OUTCOME)).line("OFFICER_NOT_INFORMED")));
        Query disciplined = yearly.by(Dimension.DISCIPLINE);
        figures.put("A13", () -> counts(ledger.apply(disciplined).line("FORMAL_ACTION_DISMISSED")));
        figures.put("A14", () -> counts(ledger.apply(disciplined).line("WORDS_OF_ADVICE")));
        figures.put("A15", () -> counts(ledger.apply(disciplined).line("WRITTEN_WARNING")));
        figures.put(
                "A16",
                () -> count(in2013(pairs)
                        .where(Dimension.OUTCOME, "SUBSTANTIATED")
                        .where(Dimension.DISCIPLINE, "LEFT_BEFORE_SANCTION")));
        figures.put("A17", () -> count(of(BOOK, Measure.WORKFORCE)));
        figures.put("A18", () -> count(pairs.where(Dimension.OUTCOME, "NOT_SUBSTANTIATED")));
    }

    private void sexualAbuse() {
        Query pairs = of(OBSERVER, Measure.OFFICER_ALLEGATIONS)
                .between(Instant.parse("2012-01-01T00:00:00Z"), Instant.parse("2019-01-01T00:00:00Z"));
        figures.put("B1", () -> count(pairs));
        figures.put("B2", () -> count(pairs.where(Dimension.OUTCOME, "UPHELD")));
        figures.put(
                "B3",
                () -> count(of(OBSERVER, Measure.LEAVERS)
                        .where(Dimension.OUTCOME, "UPHELD")
                        .where(Dimension.REASON, "REMOVED")));
    }

    private void lookBack() {
        Query results = of(LOOK_BACK, Measure.REVIEW_RESULTS);
        figures.put("C1", () -> count(of(LOOK_BACK, Measure.REVIEWED).where(Dimension.OPERATION, "PRIOR_NO_ACTION")));
        figures.put("C2", () -> count(results.where(Dimension.RESULT, "REASSESS")));
        figures.put("C3", () -> count(results.where(Dimension.RESULT, "RISK_MANAGEMENT")));
        figures.put("C4", () -> count(results.where(Dimension.RESULT, "NO_FURTHER_ACTION")));
        Query convicted = of(LOOK_BACK, Measure.CONVICTED);
        figures.put("C5", () -> count(convicted));
        figures.put("C6", () -> Math.round(1000 / value(convicted.in(Scale.PER_THOUSAND_OFFICERS))));
        figures.put(
                "C7", () -> count(convicted.where(Dimension.OFFENCE, "SEXUAL").where(Dimension.WHILE_SERVING, "true")));
        Query shares = convicted.in(Scale.PERCENT_OF_TOTAL);
        figures.put("C8", () -> percent(shares.by(Dimension.OFFENCE), "SEXUAL"));
        figures.put("C9", () -> percent(shares.by(Dimension.OFFENCE), "TRAFFIC"));
        figures.put("C10", () -> percent(shares.by(Dimension.WHILE_SERVING), "false"));
        Query hits = of(LOOK_BACK, Measure.DATABASE_HITS);
        figures.put("C11", () -> count(hits.where(Dimension.KIND, "POTENTIAL_MISCONDUCT")));
        figures.put("C12", () -> count(hits.where(Dimension.KIND, "CRIMINAL_ASSOCIATION")));
        Query suspended = of(LOOK_BACK, Measure.UNDER_MEASURE).where(Dimension.MEASURE, "SUSPENSION");
        figures.put("C13", () -> count(suspended));
        figures.put("C14", () -> count(suspended) > 2 * count(suspended.asOf(Instant.parse("2022-09-30T23:59:59Z"))));
        figures.put("C15", () -> count(of(LOOK_BACK, Measure.UNDER_MEASURE).where(Dimension.MEASURE, "RESTRICTION")));
        Query weekly = of(LOOK_BACK, Measure.HOTLINE_REPORTS)
                .where(Dimension.CHANNEL, "INTERNAL")
                .per(Period.WEEK);
        figures.put("C16", () -> week(weekly, "2023-W13"));
        figures.put("C17", () -> week(weekly, "2022-W39"));
        figures.put("C18", () -> count(of(LOOK_BACK, Measure.HOTLINE_REPORTS).where(Dimension.CHANNEL, "PUBLIC")));
        figures.put(
                "C19",
                () -> count(of(LOOK_BACK, Measure.HOTLINE_REPORTS)
                        .where(Dimension.CHANNEL, "PUBLIC")
                        .where(Dimension.REPORT_OUTCOME, "INVESTIGATED")));
        figures.put("C20", () -> count(of(LOOK_BACK, Measure.STAFF_ADDED)));
    }

    private void reinvestigations() {
        Query reviewed = of(ONYX, Measure.REVIEWED);
        figures.put("D1", () -> count(reviewed.where(Dimension.PERSON_KIND, "OFFICER")));
        figures.put("D2", () -> count(reviewed.where(Dimension.PERSON_KIND, "STAFF")));
        figures.put("D3", () -> count(of(ONYX, Measure.REINVESTIGATIONS).where(Dimension.OUTCOME, Dimension.OPEN)));
        Query reopened = of(ONYX, Measure.OFFICERS_REOPENED);
        figures.put("D4", () -> count(reopened));
        figures.put("D5", () -> withAtLeast(2, reopened));
        Query assaulted = reopened.where(Dimension.CATEGORY, "SEXUAL_ASSAULT");
        figures.put("D6", () -> atLeast(8, assaulted));
        Query raped = of(ONYX, Measure.REOPENED).by(Dimension.OFFICER, Dimension.CATEGORY);
        figures.put("D7", () -> ledger.apply(raped.where(Dimension.CATEGORY, "RAPE")).lines().stream()
                .filter(line -> line.total().count() == 3)
                .filter(line -> ledger.apply(raped.where(Dimension.CATEGORY, "ASSAULT_BY_PENETRATION"))
                                .line(line.group().get(0), "ASSAULT_BY_PENETRATION")
                                .total()
                                .count()
                        == 1)
                .count());
        figures.put("D8", () -> count(of(ONYX, Measure.OPEN_CASES).where(Dimension.CASE_KIND, "MISCONDUCT")));
        Query ofTheReviewed = of(ONYX, Measure.OFFICER_ALLEGATIONS).where(Dimension.REVIEWED_IN, "ONYX");
        Query inThoseYears =
                ofTheReviewed.between(Instant.parse("2012-04-01T00:00:00Z"), Instant.parse("2022-05-01T00:00:00Z"));
        figures.put("D9", () -> count(inThoseYears) > 0 && count(inThoseYears) == count(ofTheReviewed));
        Query sexual = of(ONYX, Measure.OFFICERS).where(Dimension.GROUP, "SEXUAL");
        figures.put("D10", () -> List.of(withAtLeast(2, sexual), withAtLeast(4, sexual), withAtLeast(8, sexual)));
    }

    private void letter() {
        Query measures = of(LETTER, Measure.UNDER_MEASURE);
        figures.put("E1", () -> count(measures.where(Dimension.MEASURE, "RESTRICTION")));
        figures.put("E2", () -> count(measures.where(Dimension.MEASURE, "SUSPENSION")));
        figures.put(
                "E3", () -> ledger.apply(of(LETTER, Measure.OVERDUE_REQUESTS).by(Dimension.CASE)).lines().stream()
                        .map(line -> line.group().get(0))
                        .toList());
        figures.put("E4", () -> count(of(LETTER, Measure.PROMOTIONS).where(Dimension.OPEN_MATTER, "YES")));
        figures.put(
                "E5",
                () -> count(of(LETTER, Measure.LEAVERS)
                        .between(Instant.parse("2014-01-01T00:00:00Z"), Instant.parse("2015-01-01T00:00:00Z"))));
    }

    private static Query of(String tenant, Measure measure) {
        return Query.of(measure, AS_OF.get(tenant)).where(Dimension.TENANT, tenant);
    }

    private static Query in2013(Query query) {
        return query.between(Instant.parse("2013-01-01T00:00:00Z"), Instant.parse("2014-01-01T00:00:00Z"));
    }

    private long count(Query query) {
        return ledger.apply(query).total().total().count();
    }

    private double value(Query query) {
        return ledger.apply(query).value();
    }

    private long percent(Query query, String group) {
        return Math.round(ledger.apply(query).line(group).total().value());
    }

    private static List<Long> counts(Line line) {
        return line.cells().stream().map(Cell::count).toList();
    }

    private long week(Query query, String label) {
        Table table = ledger.apply(query);
        return table.total().cells().get(table.periods().indexOf(label)).count();
    }

    private String most(Query query) {
        Table table = ledger.apply(query);
        List<Long> counts = counts(table.total());
        return table.periods()
                .get(counts.indexOf(counts.stream().max(Long::compare).orElseThrow()));
    }

    /** The numbers of allegations that anybody has, from one on. */
    private List<Long> atLeast(int least, Query officers) {
        return ledger.apply(officers.by(Dimension.PER_OFFICER)).lines().stream()
                .map(line -> Long.valueOf(line.group().get(0)))
                .filter(allegations -> allegations >= least)
                .toList();
    }

    private long withAtLeast(int least, Query officers) {
        return ledger.apply(officers.by(Dimension.PER_OFFICER)).lines().stream()
                .filter(line -> Integer.parseInt(line.group().get(0)) >= least)
                .mapToLong(line -> line.total().count())
                .sum();
    }
}
