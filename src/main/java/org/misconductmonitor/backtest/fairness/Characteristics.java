package org.misconductmonitor.backtest.fairness;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.input.CsvTable;

/**
 * To which groups officers belong.
 *
 * @param groups for each characteristic the group of every officer, by officerId; unstated ones are {@link #UNSTATED}
 */
public record Characteristics(Map<String, Map<String, String>> groups) {
    /** The group of an officer whose cell is empty. */
    public static final String UNSTATED = "not stated";

    /**
     * Reads a table: {@code officerId} first, then a column for each characteristic.
     *
     * @throws org.misconductmonitor.event.input.CsvTableException if the columns are others, or an officer is there twice;
     *     the message names lines, never officers
     */
    public static Characteristics of(CsvTable table) {
        List<String> header = table.header().stream().map(String::strip).toList();
        if (header.size() < 2 || !header.get(0).equals("officerId")) {
            throw table.wrong(
                    1, "the first line must be: officerId,CHARACTERISTIC,... such as officerId,sex,ethnicity");
        }
        List<String> names = header.subList(1, header.size());
        if (new HashSet<>(names).size() < names.size() || names.contains("")) {
            throw table.wrong(1, "every characteristic needs a name of its own");
        }
        if (table.rows().isEmpty()) {
            throw table.wrong(1, "no officer follows; write one line for each officer of the force");
        }
        Map<String, Map<String, String>> groups = new LinkedHashMap<>();
        names.forEach(name -> groups.put(name, new HashMap<>()));
        Set<String> seen = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            String officer = row.cells().get(0).strip();
            if (officer.isEmpty() || !seen.add(officer)) {
                throw table.wrong(
                        row.line(),
                        officer.isEmpty()
                                ? "the officerId is missing"
                                : "this officer was in an earlier line already; keep one of them");
            }
            List<String> cells =
                    new ArrayList<>(row.cells().subList(1, row.cells().size()));
            for (int i = 0; i < cells.size(); i++) {
                String group = cells.get(i).strip();
                groups.get(names.get(i)).put(officer, group.isEmpty() ? UNSTATED : group);
            }
        }
        return new Characteristics(groups);
    }
}
