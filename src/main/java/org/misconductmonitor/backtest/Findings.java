package org.misconductmonitor.backtest;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.misconductmonitor.event.input.CsvTable;

/**
 * Which outcome each finding of the sources is: a table, because every force and every country has words of its own.
 *
 * @param outcomes by the word in {@code FINALISED.finding}
 */
public record Findings(Map<String, CaseOutcome> outcomes) {
    private static final List<String> HEADER = List.of("finding", "outcome");

    public Findings {
        outcomes = Map.copyOf(outcomes);
    }

    /** The table that comes with the monitor. */
    public static Findings standard() {
        return of(CsvTable.resource("/backtest/findings.csv"));
    }

    /**
     * Reads a table with the columns {@code finding} and {@code outcome}.
     *
     * @throws org.misconductmonitor.event.input.CsvTableException if it has others, or a word that is no outcome
     */
    public static Findings of(CsvTable table) {
        if (!table.header().equals(HEADER)) {
            throw table.wrong(1, "the first line must be: finding,outcome");
        }
        Map<String, CaseOutcome> outcomes = new HashMap<>();
        for (CsvTable.Row row : table.rows()) {
            outcomes.put(row.cells().get(0), outcome(table, row));
        }
        return new Findings(outcomes);
    }

    /** @param finding null: not decided */
    public CaseOutcome of(String finding) {
        return finding == null ? CaseOutcome.OPEN : outcomes.getOrDefault(finding, CaseOutcome.OTHER);
    }

    private static CaseOutcome outcome(CsvTable table, CsvTable.Row row) {
        String word = row.cells().get(1).strip().toUpperCase(Locale.ROOT);
        return Arrays.stream(CaseOutcome.values())
                .filter(outcome -> outcome.ended() && outcome.name().equals(word))
                .findFirst()
                .orElseThrow(() -> table.wrong(row.line(), "'" + word + "' is no outcome; write one of " + words()));
    }

    private static String words() {
        return Arrays.stream(CaseOutcome.values())
                .filter(CaseOutcome::ended)
                .map(CaseOutcome::name)
                .collect(Collectors.joining(", "));
    }
}
