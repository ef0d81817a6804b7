package org.misconductmonitor.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;

/** What can be counted. Cases, allegations and officer-allegations are three counts that are never mixed. */
public enum Measure {
    /** Cases, by the time their allegations were recorded. */
    CASES("Cases", Accusations::recorded, Counting.CASES),
    /** Allegations: one against two officers counts once. */
    ALLEGATIONS("Allegations", Accusations::recorded, Counting.ALLEGATIONS),
    /** Allegations against one officer each. */
    OFFICER_ALLEGATIONS("Officer-allegations", Accusations::recorded, Counting.OFFICER_ALLEGATIONS),
    /** People accused. */
    OFFICERS("People accused", Accusations::recorded, Counting.OFFICERS),
    /** Officer-allegations decided, by the time of the decision. */
    DECISIONS("Officer-allegations decided", Accusations::decided, Counting.OFFICER_ALLEGATIONS),
    /** Days from recording or reopening to the decision: half took no longer. */
    MEDIAN_DAYS_TO_DECISION("Days to decision, median", Accusations::decided, Counting.MEDIAN),
    /** Days to the decision: nine in ten took no longer. */
    NINETIETH_DAYS_TO_DECISION("Days to decision, nine in ten", Accusations::decided, Counting.NINETIETH),
    /** Per cent of decisions that took more than 365 days. */
    DECIDED_AFTER_A_YEAR("Decisions after more than a year, per cent", Accusations::decided, Counting.OVER_A_YEAR),
    /** Decided officer-allegations that were reopened. */
    REOPENED("Officer-allegations reopened", Source.facts(EventType.REOPENED), Counting.OFFICER_ALLEGATIONS),
    /** People with a reopened allegation. */
    OFFICERS_REOPENED("People reinvestigated", Source.facts(EventType.REOPENED), Counting.OFFICERS),
    /** Investigations that reopened allegations. */
    REINVESTIGATIONS("Reinvestigations", Source.facts(EventType.REOPENED), Counting.INVESTIGATIONS),
    /** Officer-allegations that are open. */
    OPEN_OFFICER_ALLEGATIONS("Open officer-allegations", Accusations::open, Counting.OFFICER_ALLEGATIONS, true),
    /** The backlog. */
    OPEN_CASES("Open cases", OpenCases::items, Counting.CASES, true),
    /** People under suspension or restriction. */
    UNDER_MEASURE("People suspended or restricted", Measures::inForce, Counting.OFFICERS, true),
    /** Requests for an account that were not answered in time. */
    OVERDUE_REQUESTS("Unanswered requests past their date", OverdueRequests::items, Counting.FACTS, true),
    /** People who left. */
    LEAVERS("People who left", Steps.of(EventType.LEFT), Counting.OFFICERS),
    /** Promotions and other changes of rank. */
    PROMOTIONS("Changes of rank", Steps.of(EventType.PROMOTED, EventType.RANK_CHANGED), Counting.FACTS),
    /** People whose past was looked at again. */
    REVIEWED("People reviewed", Source.facts(EventType.REVIEW_OPENED), Counting.OFFICERS),
    /** People by what the review found. */
    REVIEW_RESULTS("People with a result of review", Source.facts(EventType.REVIEW_RESULT), Counting.OFFICERS),
    /** Reports to hotlines. */
    HOTLINE_REPORTS("Hotline reports", Reports::items, Counting.REPORTS),
    /** Investigations opened from reports or by themselves. */
    INVESTIGATIONS("Investigations", Source.facts(EventType.INVESTIGATION_OPENED), Counting.INVESTIGATIONS),
    /** People with a conviction or caution. */
    CONVICTED("People with convictions", Source.facts(EventType.CONVICTION_FOUND), Counting.OFFICERS),
    /** Matches of database searches. */
    DATABASE_HITS("Database hits", Source.facts(EventType.INTELLIGENCE_MATCH), Counting.FACTS),
    /** People added to units. */
    STAFF_ADDED("Staff added", Source.facts(EventType.STAFF_ASSIGNED), Counting.SUM, Field.ADDED),
    /** Officers employed. */
    WORKFORCE_OFFICERS("Officers employed", Workforce.of(Field.OFFICERS), Counting.SUM, true),
    /** Officers and staff employed. */
    WORKFORCE("Officers and staff employed", Workforce.of(Field.OFFICERS_AND_STAFF), Counting.SUM, true);

    private static final Pattern LATER_WORD = Pattern.compile("_(.)");
    private static final Map<String, Measure> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Measure::jsonName, Function.identity()));

    private final String title;
    private final Source source;
    private final Counting counting;
    private final boolean lasts;

    Measure(String title, Source source, Counting counting) {
        this(title, source, counting, false);
    }

    Measure(String title, Source source, Counting counting, Field amount) {
        this(
                title,
                (snapshot, query) -> {
                    List<Item> items = source.items(snapshot, query);
                    items.forEach(item -> item.worth((Number) item.fact().get(amount)));
                    return items;
                },
                counting,
                false);
    }

    Measure(String title, Source source, Counting counting, boolean lasts) {
        this.title = title;
        this.source = source;
        this.counting = counting;
        this.lasts = lasts;
    }

    /** In plain words, to stand above a table. */
    public String title() {
        return title;
    }

    /** Whether it is a state that lasts, looked at at one time, and not something that happens. */
    public boolean lasts() {
        return lasts;
    }

    Source source() {
        return source;
    }

    Counting counting() {
        return counting;
    }

    /** The name in JSON and on the command line. */
    public String jsonName() {
        return LATER_WORD.matcher(name().toLowerCase(Locale.ROOT)).replaceAll(word -> word.group(1)
                .toUpperCase(Locale.ROOT));
    }

    public static Optional<Measure> named(String jsonName) {
        return Optional.ofNullable(BY_NAME.get(jsonName));
    }
}
