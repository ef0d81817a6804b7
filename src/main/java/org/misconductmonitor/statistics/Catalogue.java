package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The tables that are published. */
public final class Catalogue {
    private static final String CASEY = "Baroness Casey's interim report on misconduct, October 2022";
    private static final String FOI = "a force's answer on obscene images under the Freedom of Information Act, 2014";
    private static final String ASSEMBLED = "a force's look back on convictions, suspensions and reports, April 2023";
    private static final String REINVESTIGATED = "a force's account of its reinvestigations, January 2024";
    private static final String REG_19 = "Police (Conduct) Regulations 2020, regulation 19";

    private static final List<PublishedTable> TABLES = List.of(
            table(
                    "cases",
                    "Cases by year",
                    "Cases, each in the year in which its allegations were recorded.",
                    CASEY,
                    yearly(Measure.CASES)),
            table(
                    "allegations",
                    "Allegations by year and group",
                    "Allegations; one against two officers counts once.",
                    CASEY,
                    yearly(Measure.ALLEGATIONS).by(Dimension.GROUP)),
            table(
                    "officer-allegations",
                    "Officer-allegations by year and outcome",
                    "Allegations against one officer each, by the year of recording and what was found.",
                    FOI,
                    yearly(Measure.OFFICER_ALLEGATIONS).by(Dimension.OUTCOME)),
            table(
                    "discipline",
                    "Officer-allegations by year and discipline",
                    "Allegations against one officer each, by the year of recording and what followed.",
                    FOI,
                    yearly(Measure.OFFICER_ALLEGATIONS).by(Dimension.DISCIPLINE)),
            table(
                    "officers",
                    "People accused by year",
                    "People with an allegation recorded in the year.",
                    FOI,
                    yearly(Measure.OFFICERS)),
            table(
                    "categories",
                    "Officer-allegations by year and category",
                    "Allegations against one officer each, by the codes of their sources.",
                    CASEY,
                    yearly(Measure.OFFICER_ALLEGATIONS).by(Dimension.GROUP, Dimension.CATEGORY)),
            table(
                    "forces",
                    "Officer-allegations by year and force",
                    "Allegations against one officer each, by publishing body and force.",
                    "National comparisons of forces",
                    yearly(Measure.OFFICER_ALLEGATIONS).by(Dimension.TENANT, Dimension.FORCE)),
            table(
                    "units",
                    "Officer-allegations by year and unit",
                    "Allegations against one officer each, by the officer's unit.",
                    CASEY,
                    yearly(Measure.OFFICER_ALLEGATIONS).by(Dimension.UNIT)),
            table(
                    "repeats",
                    "People by number of allegations",
                    "People, by how many officer-allegations each has.",
                    CASEY + "; " + REINVESTIGATED,
                    of(Measure.OFFICERS).by(Dimension.PER_OFFICER)),
            table(
                    "backlog",
                    "Open cases at the end of each year, by age",
                    "Cases that were open, by the days since.",
                    REINVESTIGATED,
                    yearly(Measure.OPEN_CASES).by(Dimension.AGE)),
            table(
                    "open-allegations",
                    "Open officer-allegations at the end of each year, by group",
                    "Allegations against one officer each that were not decided.",
                    CASEY,
                    yearly(Measure.OPEN_OFFICER_ALLEGATIONS).by(Dimension.GROUP)),
            table(
                    "measures",
                    "People suspended or restricted",
                    "People under a suspension or restriction at the end of each year.",
                    ASSEMBLED,
                    yearly(Measure.UNDER_MEASURE).by(Dimension.MEASURE)),
            table(
                    "leavers",
                    "People who left, by year and reason",
                    "People, by why they left and whether a matter was open just before.",
                    FOI,
                    yearly(Measure.LEAVERS).by(Dimension.REASON, Dimension.OPEN_MATTER)),
            table(
                    "unanswered",
                    "Unanswered requests for an account",
                    "Requests whose date had passed at the end of each year without an answer.",
                    "Two whistleblowers' account of a letter that nobody answered, 2023",
                    yearly(Measure.OVERDUE_REQUESTS).by(Dimension.AGE)),
            table(
                    "promotions",
                    "Changes of rank by year",
                    "Promotions and other changes of rank, by whether a matter was open just before.",
                    "Two whistleblowers' account of a promotion, 2023",
                    yearly(Measure.PROMOTIONS).by(Dimension.OPEN_MATTER)),
            table(
                    "hotline",
                    "Hotline reports by week",
                    "Reports to hotlines, by channel.",
                    ASSEMBLED,
                    of(Measure.HOTLINE_REPORTS).per(Period.WEEK).by(Dimension.CHANNEL)),
            table(
                    "hotline-outcomes",
                    "What became of hotline reports",
                    "Reports, by channel and whether they were investigated, closed, or neither.",
                    ASSEMBLED,
                    yearly(Measure.HOTLINE_REPORTS).by(Dimension.CHANNEL, Dimension.REPORT_OUTCOME)),
            table(
                    "reviews",
                    "People reviewed",
                    "People whose past was looked at again, by operation and kind of person.",
                    ASSEMBLED,
                    yearly(Measure.REVIEWED).by(Dimension.OPERATION, Dimension.PERSON_KIND)),
            table(
                    "review-results",
                    "Results of reviews",
                    "People, by operation and what the review led to.",
                    ASSEMBLED,
                    yearly(Measure.REVIEW_RESULTS).by(Dimension.OPERATION, Dimension.RESULT)),
            table(
                    "reinvestigations",
                    "People reinvestigated",
                    "People with a decided allegation that was reopened, by operation.",
                    REINVESTIGATED,
                    yearly(Measure.OFFICERS_REOPENED).by(Dimension.OPERATION)),
            table(
                    "convictions",
                    "People with convictions",
                    "People with a conviction or caution that was found, by offence and whether they were serving.",
                    ASSEMBLED,
                    yearly(Measure.CONVICTED).by(Dimension.OFFENCE, Dimension.WHILE_SERVING)),
            table(
                    "conviction-rate",
                    "Convictions for every 1,000 officers",
                    "People with a conviction or caution that was found, for every 1,000 officers employed.",
                    ASSEMBLED,
                    of(Measure.CONVICTED).by(Dimension.TENANT).in(Scale.PER_THOUSAND_OFFICERS)),
            table(
                    "database-hits",
                    "Database hits",
                    "Matches of database searches, by kind.",
                    ASSEMBLED,
                    yearly(Measure.DATABASE_HITS).by(Dimension.KIND)),
            table(
                    "timeliness-median",
                    "Days to decision: the median",
                    "Days from recording, or the last reopening, to the decision, by the year of the decision.",
                    CASEY,
                    yearly(Measure.MEDIAN_DAYS_TO_DECISION).by(Dimension.GROUP)),
            table(
                    "timeliness-ninetieth",
                    "Days to decision: nine in ten took no longer",
                    "Days from recording, or the last reopening, to the decision, by the year of the decision.",
                    CASEY,
                    yearly(Measure.NINETIETH_DAYS_TO_DECISION).by(Dimension.GROUP)),
            table(
                    "timeliness-year",
                    "Decisions after more than a year, per cent",
                    "Per cent of decisions that came more than 365 days after recording or reopening.",
                    REG_19,
                    yearly(Measure.DECIDED_AFTER_A_YEAR).by(Dimension.GROUP)),
            table(
                    "workforce",
                    "Officers and staff employed",
                    "The last number published by the end of each year.",
                    FOI,
                    yearly(Measure.WORKFORCE).by(Dimension.TENANT)));

    private Catalogue() {}

    /** In the order in which they are read. */
    public static List<PublishedTable> tables() {
        return TABLES;
    }

    public static Optional<PublishedTable> named(String id) {
        return TABLES.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    private static PublishedTable table(String id, String title, String counts, String source, Query question) {
        return new PublishedTable(id, title, counts, source, question);
    }

    private static Query yearly(Measure measure) {
        return of(measure).per(Period.YEAR);
    }

    private static Query of(Measure measure) {
        return Query.of(measure, Instant.EPOCH);
    }
}
