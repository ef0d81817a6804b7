package org.misconductmonitor.statistics;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The counts that the monitor publishes by itself, exact, by tenant and year: of cases, allegations, officer-allegations
 * and people accused, all of them and by group, category and outcome, over all forces and in each force; of hotline
 * reports and of people suspended at the end of the year, all of them and in each force. What nobody has stated counts
 * under {@link Dimension#NOT_STATED}. Counts of nothing are left out.
 */
public final class Counts {
    private static final List<Question> QUESTIONS = questions();

    private record Question(String measure, Query query) {}

    private Counts() {}

    /**
     * Asks for all of them.
     *
     * @param answers tells the table of a query, as of the latest fact that stands, whatever the query says: so whoever counts the same
     *     facts comes to the same
     */
    public static Map<CountKey, Long> of(Function<Query, Table> answers) {
        Map<CountKey, Long> counts = new HashMap<>();
        for (Question question : QUESTIONS) {
            Table table = answers.apply(question.query());
            for (Line line : table.lines()) {
                add(question, table.periods(), line, counts);
            }
        }
        return counts;
    }

    private static void add(Question question, List<String> periods, Line line, Map<CountKey, Long> counts) {
        for (int column = 0; column < periods.size(); column++) {
            long count = line.cells().get(column).count();
            if (count > 0) {
                counts.put(key(question, periods.get(column), line.group()), count);
            }
        }
    }

    private static CountKey key(Question question, String period, List<String> group) {
        Function<Dimension, String> values = dimension -> {
            int place = question.query().groupBy().indexOf(dimension);
            return place < 0 ? null : group.get(place);
        };
        return new CountKey(
                values.apply(Dimension.TENANT),
                question.measure(),
                values.apply(Dimension.FORCE),
                period,
                values.apply(Dimension.CATEGORY),
                values.apply(Dimension.GROUP),
                values.apply(Dimension.OUTCOME));
    }

    private static List<Question> questions() {
        List<Question> questions = new ArrayList<>();
        for (Measure measure :
                List.of(Measure.CASES, Measure.ALLEGATIONS, Measure.OFFICER_ALLEGATIONS, Measure.OFFICERS)) {
            Query all = Query.of(measure, Instant.EPOCH);
            add(questions, measure.jsonName(), all);
            add(questions, measure.jsonName(), all, Dimension.GROUP);
            add(questions, measure.jsonName(), all, Dimension.GROUP, Dimension.CATEGORY);
            add(questions, measure.jsonName(), all, Dimension.OUTCOME);
        }
        add(questions, Measure.HOTLINE_REPORTS.jsonName(), Query.of(Measure.HOTLINE_REPORTS, Instant.EPOCH));
        Query suspended = Query.of(Measure.UNDER_MEASURE, Instant.EPOCH).where(Dimension.MEASURE, "SUSPENSION");
        add(questions, "suspended", suspended);
        return List.copyOf(questions);
    }

    /** Over all forces, and in each. */
    private static void add(List<Question> questions, String measure, Query all, Dimension... by) {
        for (List<Dimension> first : List.of(List.of(Dimension.TENANT), List.of(Dimension.TENANT, Dimension.FORCE))) {
            List<Dimension> dimensions = new ArrayList<>(first);
            dimensions.addAll(List.of(by));
            Query query = all.per(Period.YEAR).by(dimensions.toArray(Dimension[]::new));
            questions.add(new Question(measure, query));
        }
    }
}
